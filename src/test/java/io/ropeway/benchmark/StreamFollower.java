package io.ropeway.benchmark;

import java.io.IOException;

/**
 * A client that follows one room over however many sockets: it remembers its position, and notices
 * what is missing, doubled or out of order.
 */
final class StreamFollower {
  private final StreamRoom room;
  private final Door door;
  private final Latencies latencies;
  private FollowerSocket socket;
  private String stream = "";
  private String epoch = "";
  private long offset = -1;
  private long next = -1;
  private long wrong;
  private long askedAt;
  private long caughtUpAt;

  StreamFollower(StreamRoom room, Door door) {
    this(room, door, null);
  }

  /**
   * @param latencies where each delivery's latency goes; null if only the last of a room counts
   */
  StreamFollower(StreamRoom room, Door door, Latencies latencies) {
    this.room = room;
    this.door = door;
    this.latencies = latencies;
  }

  StreamRoom room() {
    return room;
  }

  Door door() {
    return door;
  }

  FollowerSocket socket() {
    return socket;
  }

  void on(FollowerSocket opened) {
    socket = opened;
  }

  /** Has missed everything that was said in its room; the other one knows the epoch. */
  void startBefore(StreamFollower other) {
    stream = room.stream();
    epoch = other.epoch;
    offset = 0;
    next = 1;
  }

  boolean hasPosition() {
    return offset >= 0;
  }

  void subscribe() throws IOException {
    askedAt = System.nanoTime();
    String history =
        hasPosition()
            ? ",\"history\":{\"streams\":{\"%s\":{\"offset\":%d,\"epoch\":\"%s\"}}}"
                .formatted(stream, offset, epoch)
            : "";
    command("subscribe", history);
  }

  /** Says the next thing in the room; its latency counts from the given moment. */
  void publish(long at) throws IOException {
    command("message", ",\"data\":\"" + Wire.escaped(room.nextAction(at)) + "\"");
  }

  /** Takes a frame that says something in the room; false if it does not. */
  boolean heard(ServerFrame frame) {
    long number = frame.mark();
    if (number < 0) {
      return false;
    }
    long place = room.isDurable() ? frame.offset() : offset + 1;
    if (place < 0) {
      return true; // shown among what was said before, which is no event
    }
    if (place <= offset) {
      wrong++;
    }
    if (epoch.isEmpty() && room.isDurable()) {
      epoch = frame.epoch();
      stream = frame.stream();
    }
    offset = place;
    if (next >= 0 && number != next) {
      wrong += Math.max(1, Math.abs(number - next));
    }
    next = number + 1;
    long now = System.nanoTime();
    if (latencies != null) {
      latencies.add(room.age(number, now));
    }
    room.heard(number, now);
    return true;
  }

  void caughtUp() {
    caughtUpAt = System.nanoTime();
  }

  /** From the subscription to the end of what was missed. */
  long catchUpNanos() {
    return caughtUpAt - askedAt;
  }

  /** Events missing, doubled or out of order: so far, and with what has not come yet. */
  long wrong() {
    return wrong + (next < 0 ? 0 : Math.abs(room.published() + 1 - next));
  }

  private void command(String name, String rest) throws IOException {
    socket.write(
        Wire.maskedText(
            "{\"command\":\""
                + name
                + "\",\"identifier\":\""
                + Wire.escaped(room.identifier())
                + "\""
                + rest
                + "}"));
  }
}
