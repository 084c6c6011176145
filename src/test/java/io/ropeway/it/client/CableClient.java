package io.ropeway.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A client of Action Cable that shows every frame in its order. Made by {@link CableClients}.
 *
 * <p>What is expected has five seconds; silence is half a second without a frame. Pings and the
 * welcome are passed over unless they were asked for.
 */
public final class CableClient {

  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofMillis(500);
  private static final int NORMAL = 1000;

  private final BlockingDeque<JsonObject> frames = new LinkedBlockingDeque<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final Predicate<JsonObject> passedOver;
  private WebSocket socket;
  private boolean forgiving;

  CableClient(Predicate<JsonObject> passedOver) {
    this.passedOver = passedOver;
  }

  WebSocket.Listener listener() {
    return new Listener();
  }

  void opened(WebSocket opened) {
    socket = opened;
  }

  /** The agreed subprotocol; empty for none. */
  public String subprotocol() {
    return socket.getSubprotocol();
  }

  /** What is not read is no fault of the test's. */
  public CableClient forgivingUnread() {
    forgiving = true;
    return this;
  }

  /** Sends a text as it is. */
  public CableClient send(String text) {
    try {
      socket.sendText(text, true).join();
    } catch (CompletionException e) {
      throw new AssertionError("Cannot send", e);
    }
    return this;
  }

  /** Sends texts one right after the other, with no look at what comes back. */
  public CableClient burst(String... texts) {
    for (String text : texts) {
      send(text);
    }
    return this;
  }

  /** As {@link #burst}, to a server that may close meanwhile. */
  public CableClient tryBurst(String... texts) {
    for (String text : texts) {
      socket.sendText(text, true).exceptionally(closed -> socket).join();
    }
    return this;
  }

  /** Subscribes and waits for the confirmation, which must be the next frame. */
  public CableClient subscribe(String identifier) {
    return send(Frames.subscribe(identifier)).confirmed(identifier);
  }

  public CableClient unsubscribe(String identifier) {
    return send(Frames.unsubscribe(identifier));
  }

  public CableClient perform(String identifier, String action, Object... data) {
    return send(Frames.perform(identifier, action, data));
  }

  /** The next frame. */
  public JsonObject next() {
    JsonObject frame = poll(PATIENCE);
    if (frame == null) {
      fail("No frame within " + PATIENCE + (closed.isDone() ? ", the socket is closed" : ""));
    }
    return frame;
  }

  /** The next frame, which must be of a type. */
  public JsonObject expect(String type) {
    JsonObject frame = next();
    assertThat(Frames.type(frame)).as("type of %s", frame).isEqualTo(type);
    return frame;
  }

  /** The next frame must confirm exactly this identifier. */
  public CableClient confirmed(String identifier) {
    assertThat(expect("confirm_subscription").getString("identifier")).isEqualTo(identifier);
    return this;
  }

  /** The next frame must reject exactly this identifier. */
  public CableClient rejected(String identifier) {
    assertThat(expect("reject_subscription").getString("identifier")).isEqualTo(identifier);
    return this;
  }

  /** The message of the next frame, which must be data for an identifier. */
  public JsonValue message(String identifier) {
    JsonObject frame = next();
    assertThat(frame).containsKey("message").doesNotContainKey("type");
    assertThat(frame.getString("identifier")).isEqualTo(identifier);
    return frame.get("message");
  }

  /** The next frame must be this data; numbers, texts and pairs as in {@link Frames#value}. */
  public CableClient hears(String identifier, Object message) {
    assertThat(message(identifier)).isEqualTo(Frames.value(message));
    return this;
  }

  /** Passes over data until there is a frame of another kind, which is left to be read. */
  public CableClient skipMessages() {
    JsonObject frame = next();
    while (Frames.type(frame).isEmpty()) {
      frame = next();
    }
    frames.addFirst(frame);
    return this;
  }

  /** Passes over data until there is this message. */
  public CableClient skipUntil(Object message) {
    JsonValue expected = Frames.value(message);
    while (!expected.equals(next().get("message"))) {
      // Not yet.
    }
    return this;
  }

  /** The next frame must be the server's farewell. */
  public CableClient disconnected(String reason, boolean reconnect) {
    JsonObject farewell = expect("disconnect");
    assertThat(farewell.getString("reason")).isEqualTo(reason);
    assertThat(farewell.getBoolean("reconnect")).isEqualTo(reconnect);
    return this;
  }

  /** Nothing comes for half a second. */
  public CableClient silent() {
    return silent(SILENCE);
  }

  /** Nothing comes for a time. */
  public CableClient silent(Duration time) {
    assertThat(poll(time)).as("a frame in what should be silence").isNull();
    return this;
  }

  /** The server has closed, or closes soon, with a code; no other frame was left to read. */
  public void closed(int code) {
    assertThat(closeCode()).as("close code").isEqualTo(code);
    assertThat(frames).as("frames before the close").isEmpty();
  }

  /** The code of the server's close. */
  public int closeCode() {
    try {
      return closed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Not closed within " + PATIENCE, e);
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("The socket failed", e);
    }
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  /** Takes what has come so far and is of no interest. */
  public List<JsonObject> drain() {
    List<JsonObject> drained = new ArrayList<>();
    frames.drainTo(drained);
    return drained;
  }

  /** Says goodbye properly; there must be no frame that nobody expected. */
  public void close() {
    if (isOpen()) {
      if (!forgiving) {
        assertThat(frames).as("frames that nobody read").isEmpty();
      }
      leave();
    }
  }

  /** Says goodbye properly, whatever was not read. */
  public void leave() {
    if (isOpen()) {
      socket.sendClose(NORMAL, "").exceptionally(gone -> socket);
    }
  }

  /** Vanishes without a close frame. */
  public void vanish() {
    socket.abort();
    closed.complete(1006);
  }

  private JsonObject poll(Duration time) {
    try {
      return frames.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    }
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletableFuture<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonObject frame = Frames.parse(text.toString());
        text.setLength(0);
        if (!passedOver.test(frame)) {
          frames.add(frame);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(1006);
    }
  }
}
