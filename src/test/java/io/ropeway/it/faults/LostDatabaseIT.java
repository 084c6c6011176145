package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ropeway.it.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL stops as in a power cut, and comes back after ten seconds. */
@Tag("faults")
class LostDatabaseIT {

  private static final Duration HEALING = Duration.ofSeconds(20);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Cluster cluster = Cluster.shared();

  @Test
  void whatIsNotStoredGoesOnAndTheRestIsRefusedForAWhileAndAllHeals() {
    try (Crowd crowd = cluster.crowd();
        TypingLine line = new TypingLine(cluster)) {
      PostgresServer postgres = cluster.postgres();
      Town town = cluster.town(1, 1);
      long begin = System.currentTimeMillis();
      long pid = postgres.pid();
      postgres.stopImmediately();
      Gone.isGone(pid, postgres.port());
      int here = line.heardHere();
      int there = line.heardThere();
      awaitHealth(503);
      for (URI node : cluster.addresses()) {
        isRefusedWithAHint(post(node, town));
        handshakeIsRefusedWithAHint(node, town);
      }
      Cluster.pass(Cluster.OUTAGE.minusMillis(System.currentTimeMillis() - begin));
      Span outage = Span.since(begin);
      assertThat(line.heardHere() - here).as("typing heard at its node").isGreaterThan(200);
      assertThat(line.heardThere() - there).as("typing heard at the other").isGreaterThan(200);

      postgres.start();
      awaitHealth(200);
      crowd.settle(HEALING);
      Verdict verdict =
          crowd
              .verdict()
              .databaseWasDurable()
              .acknowledgedIsStoredOnce()
              .nobodySawABreak()
              .everybodyWasRefusedWithAHint(outage);
      verdict.followersAgreeWithTheTable(Duration.ZERO);
      assertThat(post(cluster.addresses().get(0), town).statusCode()).isEqualTo(201);
    }
  }

  private void awaitHealth(int status) {
    for (URI node : cluster.addresses()) {
      Awaitility.await("health of " + node + " is " + status)
          .atMost(HEALING)
          .until(
              () -> send(HttpRequest.newBuilder(node.resolve("/health"))).statusCode() == status);
    }
  }

  private static HttpResponse<String> post(URI node, Town town) {
    return send(
        HttpRequest.newBuilder(node.resolve("/api/rooms/" + town.slug(0) + "/messages"))
            .header("Authorization", "Bearer " + town.token(0))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"text\":\"By REST\"}")));
  }

  private static void handshakeIsRefusedWithAHint(URI node, Town town) {
    try {
      HTTP.newWebSocketBuilder()
          .buildAsync(
              URI.create(
                  "ws://%s:%d/cable?token=%s"
                      .formatted(node.getHost(), node.getPort(), town.token(0))),
              new WebSocket.Listener() {})
          .join();
      fail("Upgraded, though nobody can know who it is");
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(WebSocketHandshakeException.class);
      HttpResponse<?> answer = ((WebSocketHandshakeException) e.getCause()).getResponse();
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  private static void isRefusedWithAHint(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }
}
