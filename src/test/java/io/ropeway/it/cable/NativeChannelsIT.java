package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.suite;

import io.ropeway.it.client.CableClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What channels can do that run inside the server. */
class NativeChannelsIT extends CableTest {

  @Test
  void broadcastsFromAChannel() {
    String identifier = suite("BroadcastDataFromChannelChannel");
    CableClient first = cables.open().subscribe(identifier);
    CableClient second = cables.open().subscribe(identifier);
    first.perform(identifier, "speak", "msg", "hey there!");
    first.hears(identifier, object("text", "hey there!"));
    second.hears(identifier, object("text", "hey there!"));
  }

  @Test
  void broadcastsToOthersOnly() {
    String identifier = suite("BroadcastWithOptionsChannel");
    CableClient first = cables.open().subscribe(identifier);
    CableClient second = cables.open().subscribe(identifier);
    CableClient third = cables.open().subscribe(identifier);
    first.perform(identifier, "speak", "msg", "hey there!");
    second.hears(identifier, object("text", "hey there!"));
    third.hears(identifier, object("text", "hey there!"));
    first.silent();
  }

  @Test
  void transformsForEachSubscriber() {
    String reverse = suite("StreamsChannel", "transformer", "reverse");
    String upcase = suite("StreamsChannel", "transformer", "upcase");
    CableClient first = cables.open().subscribe(reverse);
    CableClient second = cables.open().subscribe(upcase);
    backend.broadcast("a", object("text", "cable"));
    first.hears(reverse, object("text", "elbac"));
    second.hears(upcase, object("text", "CABLE"));
  }

  @Test
  void givesARawCallbackTheEncodedText() {
    String identifier = suite("StreamsChannel", "transformer", "reverse");
    CableClient client = cables.open().subscribe(identifier);
    backend.broadcast("b", object("text", "cable"));
    client.hears(identifier, "{\"text\":\"cable\"}");
    backend.broadcast("c", object("text", "cable"));
    client.hears(identifier, object("text", "cable"));
  }

  @Test
  void callsPeriodicTimers() {
    String identifier = suite("SubscriptionsChannel");
    cables.open().subscribe(identifier).hears(identifier, 1).hears(identifier, 2).leave();
  }

  @Test
  void stopsPeriodicTimersAfterAnUnsubscribe() {
    String identifier = suite("SubscriptionsChannel");
    CableClient client = cables.open().subscribe(identifier).hears(identifier, 1);
    client.unsubscribe(identifier).silent(Duration.ofMillis(1500));
  }

  @Test
  void echoesAndBroadcastsForLoadTools() {
    String identifier = identifier("BenchmarkChannel", "id", 1);
    CableClient first = cables.open().subscribe(identifier);
    CableClient second = cables.open().subscribe(identifier);
    first.perform(identifier, "echo", "text", "hi");
    first.hears(identifier, object("action", "echo", "text", "hi"));
    first.perform(identifier, "broadcast", "text", "all");
    second.hears(identifier, object("action", "broadcast", "text", "all"));
    first.hears(identifier, object("action", "broadcast", "text", "all"));
    first.hears(identifier, object("action", "broadcastResult", "text", "all"));
  }
}
