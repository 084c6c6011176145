package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A caller of the API.
 *
 * @param root the application's root
 * @param headers names and values that go with every request
 */
public record Api(URI root, List<String> headers) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** What came back. */
  public record Answer(int status, String body, HttpHeaders headers) {

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    public JsonObject object() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }

    public JsonArray array() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.readArray();
      }
    }

    /** Asserts that it is this error, in the one shape of errors. */
    Answer isProblem(int expected) {
      assertThat(status).as(body).isEqualTo(expected);
      assertThat(header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(object().getInt("status")).isEqualTo(expected);
      assertThat(object().getString("title")).isNotBlank();
      assertThat(object().getString("detail")).isNotBlank();
      return this;
    }

    public Answer is(int expected) {
      assertThat(status).as(body).isEqualTo(expected);
      return this;
    }
  }

  public static Api of(URI root) {
    return new Api(root, List.of());
  }

  /** The same caller with one more header. */
  public Api with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Api(root, List.copyOf(more));
  }

  /** The same caller signed in as a demo user. */
  public Api as(String login) {
    return with("Authorization", "Bearer " + signIn(login).is(201).object().getString("token"));
  }

  public Answer signIn(String login) {
    return post(
        "/api/tokens",
        "{\"login\":\"" + login + "\",\"password\":\"" + login + "-demo\",\"label\":\"a test\"}");
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, String json) {
    return json == null
        ? send(method, path, BodyPublishers.noBody(), "")
        : send(method, path, BodyPublishers.ofString(json), "application/json");
  }

  public Answer send(String method, String path, BodyPublisher body, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
