package io.ropeway.it.faults;

import io.ropeway.it.client.Frames;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A client of the extended protocol that keeps no session: when its socket ends it connects anew,
 * soon, and subscribes with the positions that it has. It writes down whatever arrives.
 */
final class PositionsClient {

  private static final long RESEND_MILLIS = 3_000;
  private static final long STALE_MILLIS = 7_000;

  private final Seat seat;
  private final HttpClient http;
  private final ScheduledExecutorService clock;
  private final String identifier;
  private final Notes notes;
  private final Map<String, JsonObject> positions = new TreeMap<>();
  private WebSocket socket;
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private int connection;
  private int ended;
  private boolean live;
  private boolean left;
  private long lastFrame;
  private boolean speaking;
  private int spoken;
  private String outstanding = "";
  private long sentAt;
  private boolean typing;
  private Future<?> talk = CompletableFuture.completedFuture(null);
  private Future<?> fidget = CompletableFuture.completedFuture(null);

  PositionsClient(Seat seat, HttpClient http, ScheduledExecutorService clock) {
    this.seat = seat;
    this.http = http;
    this.clock = clock;
    identifier = Frames.identifier("ChatRoomChannel", "room", seat.room());
    notes = new Notes(seat.number());
    clock.scheduleAtFixedRate(this::leaveIfStale, 1, 1, TimeUnit.SECONDS);
  }

  synchronized void enter() {
    connection++;
    live = false;
    int number = connection;
    http.newWebSocketBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .subprotocols("actioncable-v1-ext-json")
        .buildAsync(seat.cable(), new Listener(number))
        .whenComplete((opened, failure) -> connected(number, opened, failure));
  }

  synchronized void speak(Duration pace) {
    speaking = true;
    talk.cancel(false);
    talk = every(pace, this::talk);
  }

  synchronized void hush() {
    speaking = false;
  }

  synchronized void type(Duration pace) {
    fidget.cancel(false);
    if (!pace.isZero()) {
      fidget = every(pace, this::fidget);
    }
  }

  synchronized Standing standing() {
    return notes.standing(live, !outstanding.isEmpty(), connection);
  }

  synchronized Diary diary() {
    return notes.diary();
  }

  synchronized void leave() {
    left = true;
    talk.cancel(false);
    fidget.cancel(false);
    if (socket != null) {
      socket.abort();
    }
  }

  private Future<?> every(Duration pace, Runnable what) {
    long millis = pace.toMillis();
    long first = ThreadLocalRandom.current().nextLong(millis);
    return clock.scheduleAtFixedRate(what, first, millis, TimeUnit.MILLISECONDS);
  }

  private synchronized void connected(int number, WebSocket opened, Throwable failure) {
    if (failure != null) {
      ended(number, 0);
    } else if (number > ended && !left) {
      socket = opened;
      lastFrame = System.currentTimeMillis();
    } else {
      opened.abort();
    }
  }

  private synchronized void ended(int number, int code) {
    if (number <= ended || left) {
      return;
    }
    ended = number;
    if (socket != null) {
      notes.broke(number, code);
      socket.abort();
    }
    socket = null;
    live = false;
    long delay = 200 + ThreadLocalRandom.current().nextLong(1_000);
    clock.schedule(this::enter, delay, TimeUnit.MILLISECONDS);
  }

  private synchronized void leaveIfStale() {
    if (socket != null && System.currentTimeMillis() - lastFrame > STALE_MILLIS) {
      ended(connection, 1006);
    }
  }

  private synchronized void talk() {
    if (!live) {
      return;
    }
    long now = System.currentTimeMillis();
    if (outstanding.isEmpty()) {
      if (!speaking) {
        return;
      }
      spoken++;
      outstanding = seat.number() + "-" + spoken;
    } else if (now - sentAt < RESEND_MILLIS) {
      return;
    }
    sentAt = now;
    notes.sent();
    send(
        Frames.perform(
            identifier, "speak", "text", "Message " + outstanding, "clientMessageId", outstanding));
  }

  private synchronized void fidget() {
    if (live) {
      typing = !typing;
      send(Frames.perform(identifier, "typing", "typing", typing));
    }
  }

  private synchronized void send(String text) {
    WebSocket to = socket;
    if (to != null) {
      sending =
          sending
              .handle((sent, failure) -> to.sendText(text, true))
              .thenCompose(sent -> sent)
              .exceptionally(failure -> null);
    }
  }

  private synchronized void received(int number, JsonObject frame) {
    if (number <= ended) {
      return;
    }
    lastFrame = System.currentTimeMillis();
    switch (Frames.type(frame)) {
      case "welcome" -> {
        notes.opened();
        send(subscribe());
      }
      case "confirm_subscription" -> {
        notes.confirmed();
        live = positions.isEmpty();
      }
      case "confirm_history", "reject_history" -> {
        notes.history(Frames.type(frame));
        live = true;
      }
      case "disconnect" -> notes.farewell(frame.getString("reason", ""));
      case "" -> message(number, frame);
      default -> {
        // Pings.
      }
    }
  }

  private void message(int number, JsonObject frame) {
    if (frame.containsKey("offset")) {
      positions.put(
          frame.getString("stream_id"),
          Json.createObjectBuilder()
              .add("epoch", frame.get("epoch"))
              .add("offset", frame.get("offset"))
              .build());
    }
    String settled = notes.message(number, frame);
    if (settled.equals(outstanding)) {
      outstanding = "";
    }
  }

  private String subscribe() {
    JsonObjectBuilder command =
        Json.createObjectBuilder().add("command", "subscribe").add("identifier", identifier);
    if (!positions.isEmpty()) {
      JsonObjectBuilder streams = Json.createObjectBuilder();
      positions.forEach(streams::add);
      command.add("history", Json.createObjectBuilder().add("streams", streams));
    }
    return command.build().toString();
  }

  private final class Listener implements WebSocket.Listener {

    private final int number;
    private final StringBuilder text = new StringBuilder();

    private Listener(int number) {
      this.number = number;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonObject frame = Frames.parse(text.toString());
        text.setLength(0);
        received(number, frame);
      }
      from.request(1);
      return null;
    }

    @Override
    public void onOpen(WebSocket from) {
      // The welcome may be here before the one who connects is told.
      connected(number, from, null);
      from.request(1);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
      notes.probed();
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended(number, code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      ended(number, 1006);
    }
  }
}
