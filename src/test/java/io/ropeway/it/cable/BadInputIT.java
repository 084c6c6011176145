package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.perform;
import static io.ropeway.it.client.Frames.subscribe;
import static io.ropeway.it.client.Frames.suite;
import static io.ropeway.it.client.Frames.unsubscribe;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.Frames;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts that are frames of the WebSocket, but none of the dialect. */
class BadInputIT extends CableTest {

  private static final int UNDECODABLE_FRAMES = 10;

  private final String identifier = suite("SubscriptionPerformMethodsChannel");
  private CableClient client;

  @BeforeEach
  void openAClient() {
    client = cables.open().subscribe(identifier);
  }

  @Test
  void keepsReadingUntilTheTenthFrameThatIsUndecodable() {
    List<String> bad =
        List.of(
            "",
            "no json",
            "[]",
            "\"text\"",
            "{\"command\":",
            "{\"command\":7}",
            "{}",
            "{\"command\":\"subscribe\",\"identifier\":{\"channel\":\"x\"}}",
            "{\"command\":\"subscribe\"}");
    for (String frame : bad) {
      client.send(frame).perform(identifier, "tick").hears(identifier, "tock");
    }
    client.send("the tenth").disconnected("too_many_bad_frames", false).closed(1008);
  }

  @Test
  void countsDataThatIsNoObject() {
    for (int n = 1; n < UNDECODABLE_FRAMES; n++) {
      client.send(
          object("command", "message", "identifier", identifier, "data", "[" + n + "]").toString());
      client.perform(identifier, "tick").hears(identifier, "tock");
    }
    client.send(object("command", "message", "identifier", identifier, "data", 5).toString());
    client.disconnected("too_many_bad_frames", false).closed(1008);
  }

  @Test
  void ignoresUnknownCommandsAndActionsHoweverMany() {
    for (int n = 0; n < 2 * UNDECODABLE_FRAMES; n++) {
      client.send(object("command", "dance", "identifier", identifier).toString());
      client.perform(identifier, "dance");
      client.perform(identifier, "subscribed");
      client.perform(identifier, "toString");
      client.unsubscribe("{\"channel\":\"unknown\"}");
    }
    client.perform(identifier, "tick").hears(identifier, "tock");
  }

  @Test
  void ignoresUnknownKeys() {
    String more = "{\"x\":{\"y\":[1,null,true]},\"story\":{\"since\":1},";
    client.send(perform(identifier, "tick").replaceFirst("\\{", more)).hears(identifier, "tock");
    client.send(subscribe(identifier).replaceFirst("\\{", more)).confirmed(identifier);
    client.perform(identifier, "echo", "text", "hi", "more", object("x", 1));
    client.hears(identifier, object("response", "hi"));
  }

  @Test
  void ignoresActionsWithDataOfTheWrongType() {
    client.send(message("{\"action\":5}"));
    client.send(message("{\"action\":null}"));
    client.send(message("{\"action\":\"echo\",\"text\":{\"a\":1}}"));
    client.send(message("{\"action\":\"echo\",\"text\":[1]}"));
    client.send(unsubscribe("[]"));
    client.perform(identifier, "tick").hears(identifier, "tock");
  }

  @Test
  void readsNumbersOfAnySizeInNoTime() {
    String slow = Frames.identifier("SlowChannel");
    client.subscribe(slow);
    for (String number : new String[] {"1e999999999", "-1e-999999999", "1e308"}) {
      client.send(message(slow, "{\"action\":\"mark\",\"n\":" + number + "}"));
      client.perform(slow, "mark", "n", -1).skipUntil(object("mark", -1));
      client.subscribe("{\"channel\":\"SlowChannel\",\"n\":" + number + "}");
    }
  }

  @Test
  void refusesNumbersWithThousandsOfDigits() {
    String slow = Frames.identifier("SlowChannel");
    client.subscribe(slow);
    for (String number : new String[] {"9".repeat(3_000), "0." + "3".repeat(3_000)}) {
      client.send(message(slow, "{\"action\":\"mark\",\"n\":" + number + "}"));
      client.perform(slow, "mark", "n", -1).hears(slow, object("mark", -1));
      String identifier = "{\"channel\":\"SlowChannel\",\"n\":" + number + "}";
      client.send(Frames.subscribe(identifier)).rejected(identifier);
    }
  }

  @Test
  void takesAnActionsDataAsAnObjectToo() {
    client.send(
        object("command", "message", "identifier", identifier, "data", object("action", "tick"))
            .toString());
    client.hears(identifier, "tock");
  }

  @Test
  void keepsOddCharactersAsTheyAre() {
    String odd = "\u0000\u001f\u2028\ufeff\ud83d\ude80\"\\/\u007f\uffff";
    client.perform(identifier, "echo", "text", odd).hears(identifier, object("response", odd));
    String oddIdentifier = suite("SubscriptionPerformMethodsChannel", "x", odd);
    client.subscribe(oddIdentifier).perform(oddIdentifier, "tick").hears(oddIdentifier, "tock");
  }

  private String message(String data) {
    return message(identifier, data);
  }

  private static String message(String identifier, String data) {
    return object("command", "message", "identifier", identifier, "data", data).toString();
  }
}
