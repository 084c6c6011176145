package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.suite;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsIT extends CableTest {

  private static final JsonObject X = object("data", "X");
  private static final JsonObject Y = object("data", "Y");

  @Test
  void reachesAllClients() {
    String identifier = suite("StreamsWithManyClientsChannel");
    CableClient first = cables.open().subscribe(identifier);
    CableClient second = cables.open().subscribe(identifier);
    backend.broadcast("a", X);
    first.hears(identifier, X);
    second.hears(identifier, X);
  }

  @Test
  void reachesTheOthersWhenOneHasUnsubscribed() {
    String identifier = suite("StreamsWithManyClientsChannel");
    CableClient first = cables.open().subscribe(identifier);
    CableClient second = cables.open().subscribe(identifier);
    backend.broadcast("a", X);
    first.hears(identifier, X);
    second.hears(identifier, X);
    unsubscribe(first, identifier);
    backend.broadcast("a", Y);
    second.hears(identifier, Y);
    first.silent();
  }

  @Test
  void followsTwoStreamsByOneSubscription() {
    String identifier = suite("MultipleStreamsChannel");
    CableClient client = cables.open().subscribe(identifier);
    backend.broadcast("a", X);
    client.hears(identifier, X);
    backend.broadcast("b", Y);
    client.hears(identifier, Y);
  }

  @Test
  void hearsNeitherStreamAfterUnsubscribing() {
    String identifier = suite("MultipleStreamsChannel");
    CableClient client = cables.open().subscribe(identifier);
    unsubscribe(client, identifier);
    backend.broadcast("a", X);
    backend.broadcast("b", Y);
    client.silent();
  }

  @Test
  void keepsTheOrderOfAStream() {
    String identifier = suite("SingleStreamChannel");
    CableClient client = cables.open().subscribe(identifier);
    backend.broadcast("a", X);
    backend.broadcast("a", Y);
    client.hears(identifier, X).hears(identifier, Y);
  }

  @Test
  void hearsNothingAfterUnsubscribing() {
    String identifier = suite("SingleStreamChannel");
    CableClient client = cables.open().subscribe(identifier);
    backend.broadcast("a", X);
    client.hears(identifier, X);
    unsubscribe(client, identifier);
    backend.broadcast("a", Y);
    client.silent();
  }

  @Test
  void sendsOneFrameForEachIdentifierThatFollows() {
    String one = suite("SingleStreamChannel", "id", 1);
    String two = suite("SingleStreamChannel", "id", 2);
    CableClient client = cables.open().subscribe(one).subscribe(two);
    backend.broadcast("a", X);
    assertThat(List.of(client.next(), client.next()))
        .containsExactlyInAnyOrder(
            object("identifier", one, "message", X), object("identifier", two, "message", X));
    client.silent();
  }

  @Test
  void comparesIdentifiersByteForByte() {
    String tight = suite("SingleStreamChannel");
    String loose = tight.replace("\":\"", "\" :  \"");
    CableClient client = cables.open().subscribe(tight).subscribe(loose);
    backend.broadcast("a", X);
    assertThat(List.of(client.next(), client.next()))
        .containsExactlyInAnyOrder(
            object("identifier", tight, "message", X), object("identifier", loose, "message", X));
  }

  @Test
  void stopsAStreamOnDemand() {
    String identifier = suite("StopStreamsChannel");
    CableClient client = cables.open().subscribe(identifier);
    client.perform(identifier, "ping", "name", "a").hears(identifier, object("reply", "pong"));
    client.perform(identifier, "unfollow", "name", "a");
    client.perform(identifier, "ping", "name", "b").hears(identifier, object("reply", "pong"));
    backend.broadcast("a", X);
    backend.broadcast("b", Y);
    client.hears(identifier, Y);
  }

  @Test
  void followsMoreStreamsOnDemand() {
    String identifier = suite("SingleStreamChannel");
    String marker = suite("SubscriptionAknowledgementChannel");
    CableClient client = cables.open().subscribe(identifier);
    client.perform(identifier, "follow", "name", "another").subscribe(marker);
    backend.broadcast("another", X);
    client.hears(identifier, X);
  }

  /** Unsubscribing has no answer, but the commands of one client run in their order. */
  private static void unsubscribe(CableClient client, String identifier) {
    client.unsubscribe(identifier).subscribe(suite("SubscriptionAknowledgementChannel"));
  }
}
