package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.command;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.suite;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.Frames;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What clients are told again; each test has a stream of its own. */
class HistoryIT extends ExtendedTest {

  private final String name = UUID.randomUUID().toString();
  private final String stream = "history_" + name;
  private final String identifier = suite("HistoryChannel", "of", name);

  @Test
  void isToldByTime() {
    backend.broadcast(stream, object("data", "X"));
    backend.broadcast(stream, object("data", "Y"));
    CableClient client = extended("").open().subscribe(identifier);

    client.send(command("history", identifier, "history", object("since", halfAMinuteAgo())));

    client.hears(identifier, object("data", "X")).hears(identifier, object("data", "Y"));
    history(client, identifier, "confirm_history");
    backend.broadcast(stream, 3);
    client.hears(identifier, 3);
  }

  @Test
  void isToldFromAPosition() {
    CableClient live = cables.open().subscribe(identifier);
    backend.broadcast(stream, object("data", "X"));
    JsonObject heard = live.next();
    assertThat(heard.getString("stream_id")).isEqualTo(stream);
    assertThat(heard.getString("epoch")).isNotBlank();
    assertThat(heard.getInt("offset")).isEqualTo(1);
    CableClient client = extended("").open().subscribe(identifier);

    client.send(command("history", identifier, "history", after(heard, 1)));

    JsonObject again = client.next();
    assertThat(again).isEqualTo(heard);
    history(client, identifier, "confirm_history");
    client.send(command("history", identifier, "history", after(heard, 0)));
    history(client, identifier, "confirm_history");
  }

  @Test
  void isToldWithASubscribe() {
    backend.broadcast(stream, object("data", "X"));
    backend.broadcast(stream, object("data", "Y"));
    CableClient client = extended("").open();

    client.send(command("subscribe", identifier, "history", object("since", halfAMinuteAgo())));

    client.confirmed(identifier);
    client.hears(identifier, object("data", "X")).hears(identifier, object("data", "Y"));
    history(client, identifier, "confirm_history");
  }

  @Test
  void isRefusedAsAWholeForAPositionThatIsNone() {
    backend.broadcast(stream, 1);
    CableClient client = extended("").open();
    JsonObject unknown = object("stream_id", stream, "epoch", "another", "offset", 1);

    client.send(command("subscribe", identifier, "history", after(unknown, 1)));

    client.confirmed(identifier);
    history(client, identifier, "reject_history");
    backend.broadcast(stream, 2);
    client.hears(identifier, 2);
  }

  @Test
  void tellsEachOfManyMissedEventsOnceAndInTheirOrder() {
    for (int i = 0; i < 250; i++) {
      backend.broadcast(stream, i);
    }
    CableClient client = extended("").open();

    client.send(command("subscribe", identifier, "history", object("since", halfAMinuteAgo())));
    backend.broadcast(stream, 250);

    client.confirmed(identifier);
    for (int i = 0; i < 250; i++) {
      client.hears(identifier, i);
    }
    JsonObject next = client.next(); // what is published meanwhile may be missed, or new
    if (Frames.type(next).isEmpty()) {
      assertThat(next.getInt("message")).isEqualTo(250);
      history(client, identifier, "confirm_history");
    } else {
      assertThat(Frames.type(next)).isEqualTo("confirm_history");
      client.hears(identifier, 250);
    }
  }

  private static JsonObject after(JsonObject heard, int back) {
    return object(
        "streams",
        object(
            heard.getString("stream_id"),
            object("epoch", heard.getString("epoch"), "offset", heard.getInt("offset") - back)));
  }

  private static long halfAMinuteAgo() {
    return Instant.now().getEpochSecond() - 30;
  }
}
