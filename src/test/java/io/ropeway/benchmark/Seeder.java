package io.ropeway.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Publishes in large batches over HTTP what clients are to have missed. */
final class Seeder {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int ACCEPTED = 201;

  /** Keeps a body well below {@code ropeway.broadcast.max-bytes}. */
  private static final int BATCH = 2_000;

  private final Target target;

  Seeder(Target target) {
    this.target = target;
  }

  /** Says something a number of times in each room, one round after the other. */
  void publish(List<StreamRoom> rooms, int times) throws IOException {
    List<String> batch = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      for (StreamRoom room : rooms) {
        String data = "{\"text\":\"" + room.next(System.nanoTime()) + "\"}";
        batch.add("{\"stream\":\"" + room.stream() + "\",\"data\":\"" + Wire.escaped(data) + "\"}");
        if (batch.size() == BATCH) {
          post(batch);
          batch.clear();
        }
      }
    }
    if (!batch.isEmpty()) {
      post(batch);
    }
  }

  private void post(List<String> batch) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + target.port() + "/_broadcast"))
            .header("Authorization", "Bearer " + Target.BROADCAST_KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("[" + String.join(",", batch) + "]"))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != ACCEPTED) {
        throw new IOException("Not published: " + answer.statusCode() + " " + answer.body());
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
