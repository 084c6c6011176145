package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.perform;

import io.ropeway.it.client.CableClient;
import org.junit.jupiter.api.Test;

/** Commands of one connection wait for each other, those of different ones never. */
class OrderIT extends CableTest {

  private final String identifier = identifier("SlowChannel");

  @Test
  void runsTenFastActionsAfterTheSlowOneBeforeThem() {
    CableClient client = cables.open().subscribe(identifier);
    client.send(perform(identifier, "sleep", "millis", 600));
    for (int n = 0; n < 10; n++) {
      client.send(perform(identifier, "mark", "n", n));
    }
    client.hears(identifier, object("slept", 600));
    for (int n = 0; n < 10; n++) {
      client.hears(identifier, object("mark", n));
    }
  }

  @Test
  void keepsTheOrderOfAHundredCommandsOfTwoSubscriptions() {
    String other = identifier("SlowChannel", "id", 2);
    CableClient client = cables.open().subscribe(identifier).subscribe(other);
    for (int n = 0; n < 100; n++) {
      client.send(perform(n % 2 == 0 ? identifier : other, "mark", "n", n));
    }
    for (int n = 0; n < 100; n++) {
      client.hears(n % 2 == 0 ? identifier : other, object("mark", n));
    }
  }

  @Test
  void letsOthersGoOnMeanwhile() {
    CableClient slow = cables.open().subscribe(identifier);
    CableClient fast = cables.open().subscribe(identifier);
    slow.perform(identifier, "sleep", "millis", 2000);
    for (int n = 0; n < 10; n++) {
      fast.perform(identifier, "mark", "n", n).hears(identifier, object("mark", n));
    }
    slow.silent().hears(identifier, object("slept", 2000));
  }

  @Test
  void deliversBroadcastsWhileAnActionIsSlow() {
    String room = identifier("FloodChannel", "room", "slow " + transport);
    CableClient slow = cables.open().subscribe(identifier).subscribe(room);
    CableClient other = cables.open().subscribe(room);
    slow.perform(identifier, "sleep", "millis", 2000);
    other.perform(room, "broadcast", "frames", 1, "bytes", 1);
    slow.hears(room, object("filling", "x", "last", true, "n", 1));
    other.hears(room, object("filling", "x", "last", true, "n", 1));
    slow.hears(identifier, object("slept", 2000));
  }
}
