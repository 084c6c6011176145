package io.ropeway.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;

/** An agent's list of open conversations, in an account of many. */
final class DeskList {
  static final int CONVERSATIONS = 100_000;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int WARM_UP = 100;
  private static final int TIMES = 200;
  private static final int OK = 200;

  private final Target target;
  private final DeskTown town;

  DeskList(Target target, DeskTown town) {
    this.target = target;
    this.town = town;
  }

  /** Adds what is missing to the many, and asks for the list one time after the other. */
  Latencies measure() throws IOException, SQLException {
    town.converse(DeskTown.OPEN + 1, CONVERSATIONS, "resolved");
    HttpRequest.Builder request = signIn();
    Latencies latencies = new Latencies();
    for (int i = 0; i < WARM_UP + TIMES; i++) {
      long start = System.nanoTime();
      String page = send(request.GET().build()).body();
      if (i >= WARM_UP) {
        latencies.add(System.nanoTime() - start);
      }
      if (!page.contains("\"all_count\":" + DeskTown.OPEN)) {
        throw new IOException("Not the list: " + page);
      }
    }
    return latencies;
  }

  private HttpRequest.Builder signIn() throws IOException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(at("/auth/sign_in"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"}"
                            .formatted(DeskTown.AGENT, DeskTown.PASSWORD)))
                .build());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/api/v1/accounts/" + town.account() + "/conversations"));
    for (String name : new String[] {"access-token", "client", "uid"}) {
      request.header(name, answer.headers().firstValue(name).orElseThrow());
    }
    return request;
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + target.port() + path);
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
