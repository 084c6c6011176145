package io.ropeway.benchmark;

/**
 * A stream and what is said in it: numbered from 1, and each number to be heard once by everybody.
 * A publication's latency ends with the last of those who hear it.
 */
final class StreamRoom {
  /** Publications on their way at one time, at most. */
  private static final int RING = 8192;

  /** What a publication is filled up to, in characters. */
  private static final int TEXT_LENGTH = 180;

  private final String identifier;
  private final String stream;
  private final String action;
  private final boolean durable;
  private final long[] sentAt = new long[RING];
  private final int[] heardBy = new int[RING];
  private Latencies latencies = new Latencies();
  private int hearers;
  private long published;
  private long completed;

  private StreamRoom(String identifier, String stream, String action, boolean durable) {
    this.identifier = identifier;
    this.stream = stream;
    this.action = action;
    this.durable = durable;
  }

  /** A stream of the benchmark's channel whose subscribers broadcast. */
  static StreamRoom durable(String name) {
    return ofChannel(Wire.DURABLE_PREFIX + name, true);
  }

  /** The same, not durable. */
  static StreamRoom passing(String name) {
    return ofChannel("-" + name, false);
  }

  private static StreamRoom ofChannel(String id, boolean durable) {
    String identifier = "{\"channel\":\"BenchmarkChannel\",\"id\":\"" + id + "\"}";
    return new StreamRoom(identifier, Wire.STREAM + id, "broadcast", durable);
  }

  /** A chat room, where subscribers speak. */
  static StreamRoom chat(String slug) {
    String identifier = "{\"channel\":\"ChatRoomChannel\",\"room\":\"" + slug + "\"}";
    return new StreamRoom(identifier, "", "speak", true);
  }

  String identifier() {
    return identifier;
  }

  /** The stream's name, where it is known before it is followed. */
  String stream() {
    return stream;
  }

  boolean isDurable() {
    return durable;
  }

  /** From now on so many have to hear each publication, and latencies go there. */
  void measure(int everybody, Latencies into) {
    hearers = everybody;
    latencies = into;
  }

  /** The text of the next publication, whose latency counts from the given moment. */
  String next(long at) {
    int slot = (int) (++published % RING);
    sentAt[slot] = at;
    heardBy[slot] = 0;
    String text = "#" + published + " ";
    return text + "x".repeat(TEXT_LENGTH - text.length());
  }

  /** The data of the next publication as a subscriber performs it. */
  String nextAction(long at) {
    return "{\"action\":\"" + action + "\",\"text\":\"" + next(at) + "\"}";
  }

  /** One of those who follow has heard a publication. */
  void heard(long number, long now) {
    int slot = (int) (number % RING);
    if (++heardBy[slot] == hearers) {
      latencies.add(now - sentAt[slot]);
      completed++;
    }
  }

  /** The number of the last publication. */
  long published() {
    return published;
  }

  /** How many publications have been heard by everybody. */
  long completed() {
    return completed;
  }

  /** Nanoseconds that a publication is on its way. */
  long age(long number, long now) {
    return now - sentAt[(int) (number % RING)];
  }
}
