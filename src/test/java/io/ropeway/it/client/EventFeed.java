package io.ropeway.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client of Server-Sent Events that reads by the letter of the HTML standard, 9.2.6, and fails at
 * what the standard would have it ignore.
 */
public final class EventFeed implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The end of the answer. */
  public static final Event END = new Event("", "(the end)", "");

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final InputStream body;
  private volatile String lastId = "";
  private volatile int comments;

  /**
   * What was dispatched.
   *
   * @param id the last event id at that time
   * @param type {@code message} if the server gave none
   */
  public record Event(String id, String type, String data) {}

  private EventFeed(HttpResponse<InputStream> answer) {
    body = answer.body();
    Thread reader = new Thread(this::read, "event feed");
    reader.setDaemon(true);
    reader.start();
  }

  /** Asks for a feed that must be answered with one, and waits until it has begun. */
  public static EventFeed open(URI uri, String token, String lastEventId) {
    HttpResponse<InputStream> answer =
        send(uri, token, lastEventId, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("text/event-stream;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
    return new EventFeed(answer);
  }

  /** Asks for a feed that is refused; returns the status. */
  public static int refused(URI uri, String token, String lastEventId) {
    return send(uri, token, lastEventId, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static <T> HttpResponse<T> send(
      URI uri, String token, String lastEventId, HttpResponse.BodyHandler<T> handler) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      return HTTP.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }

  private void read() {
    String type = "";
    StringBuilder data = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            data.setLength(data.length() - 1);
            events.add(new Event(lastId, type.isEmpty() ? "message" : type, data.toString()));
          }
          type = "";
          data.setLength(0);
        } else if (line.startsWith(":")) {
          comments++;
        } else {
          int colon = line.indexOf(": ");
          String value = line.substring(colon + 2);
          switch (line.substring(0, colon)) {
            case "id" -> lastId = value;
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            case "retry" -> assertThat(value).matches("\\d+");
            default -> throw new IllegalStateException("No field of the standard: " + line);
          }
        }
      }
    } catch (IOException e) {
      // An end as good as any.
    } finally {
      events.add(END);
    }
  }

  /** The next event. */
  public Event next() {
    try {
      Event event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return event == null ? fail("No event came") : event;
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }

  /** What a client would state that comes back now. */
  public String lastId() {
    return lastId;
  }

  /** Comments so far. */
  public int comments() {
    return comments;
  }

  /** Whether nothing waits to be read. */
  public boolean isQuiet() {
    return events.isEmpty();
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
