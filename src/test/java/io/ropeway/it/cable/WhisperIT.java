package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.command;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.perform;
import static io.ropeway.it.client.Frames.suite;

import io.ropeway.it.client.CableClient;
import org.junit.jupiter.api.Test;

class WhisperIT extends CableTest {

  @Test
  void reachesAllButTheOneWhoWhispers() {
    String identifier = suite("WhisperChannel");
    CableClient one = cables.open().subscribe(identifier);
    CableClient two = cables.open().subscribe(identifier);
    CableClient three = cables.open().subscribe(identifier);

    one.send(command("whisper", identifier, "data", object("event", "typing", "user", "mario")));

    two.hears(identifier, object("event", "typing", "user", "mario"));
    three.hears(identifier, object("event", "typing", "user", "mario"));
    one.silent();
  }

  @Test
  void isIgnoredWhereAChannelDoesNotAllowIt() {
    String identifier = suite("SingleStreamChannel");
    CableClient one = cables.open().subscribe(identifier);
    CableClient two = cables.open().subscribe(identifier);

    one.send(command("whisper", identifier, "data", object("event", "typing")));

    two.silent();
    one.silent();
  }

  @Test
  void reachesOthersByAChannelToo() {
    String identifier = suite("BroadcastWithOptionsChannel");
    CableClient one = cables.open().subscribe(identifier);
    CableClient two = cables.open().subscribe(identifier);
    CableClient three = cables.open().subscribe(identifier);

    one.send(perform(identifier, "speak", "msg", "hey"));

    two.hears(identifier, object("text", "hey"));
    three.hears(identifier, object("text", "hey"));
    one.silent();
  }
}
