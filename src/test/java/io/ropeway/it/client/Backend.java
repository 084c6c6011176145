package io.ropeway.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an application's back end says to the server from outside, by {@code POST /_broadcast}. */
public final class Backend {

  /** Signs the names of streams. */
  public static final String PUBSUB_SECRET = "a secret for the names of streams";

  /** Signs JSON Web Tokens. */
  public static final String JWT_SECRET = "a secret for tokens of other back ends";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int ACCEPTED = 201;

  private final Supplier<URI> server;
  private final String key;

  public Backend(Supplier<URI> server, String key) {
    this.server = server;
    this.key = key;
  }

  /** Publishes a text, a number, or JSON; see {@link Frames#value}. */
  public void broadcast(String stream, Object message) {
    post(Frames.object("stream", stream, "data", Frames.value(message).toString()));
  }

  /** Closes all connections with these connection identifiers. */
  public void disconnect(JsonObject identifiers, boolean reconnect) {
    post(
        Frames.object(
            "command",
            "disconnect",
            "payload",
            Frames.object("identifier", identifiers.toString(), "reconnect", reconnect)));
  }

  /** A stream's name, signed as Rails does it. */
  public static String signed(String stream, String secret) {
    String json = Frames.value(stream).toString();
    String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return encoded + "--" + HexFormat.of().formatHex(hmac(encoded, secret));
  }

  /** A JSON Web Token with these claims (HS256). */
  public static String token(JsonObject claims, String secret) {
    String text = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims.toString());
    return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(text, secret));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void post(JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.get().resolve("/_broadcast"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(ACCEPTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }
}
