package io.ropeway.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** The REST API as the people of the demo data use it. */
public final class People {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Supplier<URI> server;

  public People(Supplier<URI> server) {
    this.server = server;
  }

  /** Signs in somebody of the demo data. */
  public Person signIn(String login) {
    return signIn(login, login + "-demo");
  }

  /** Signs in anybody. */
  public Person signIn(String login, String password) {
    HttpResponse<String> answer =
        send("POST", "/api/tokens", "", Frames.object("login", login, "password", password));
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonObject made = Frames.parse(answer.body());
    return new Person(made.getString("token"), made.getJsonObject("user").getInt("id"));
  }

  private HttpResponse<String> send(String method, String path, String token, JsonValue body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.get().resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == JsonValue.NULL
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Somebody who is signed in. */
  public final class Person {

    private final String token;
    private final int id;

    private Person(String token, int id) {
      this.token = token;
      this.id = id;
    }

    public String token() {
      return token;
    }

    public int id() {
      return id;
    }

    /** Sends a request that must be answered with a status; returns the body. */
    public String request(String method, String path, JsonValue body, int status) {
      HttpResponse<String> answer = send(method, path, token, body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      return answer.body();
    }

    /** A GET that must be answered with 200. */
    public String get(String path) {
      return request("GET", path, JsonValue.NULL, 200);
    }

    /** Signs out with this token. */
    public void signOut() {
      request("DELETE", "/api/tokens/current", JsonValue.NULL, 204);
    }
  }
}
