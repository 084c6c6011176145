package io.ropeway.it.faults;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What one client saw, as it came from its socket, before the client's library had a say. Times are
 * milliseconds of this machine's clock.
 *
 * @param number the client's number in the crowd
 * @param heard each {@code message.created}, repeats and all
 * @param acknowledged its own messages that it need not send again
 * @param refused its own messages that were refused for the time being
 * @param confirmed when its subscription was confirmed
 * @param opened when it was welcomed
 * @param breaks how its sockets ended
 * @param histories answers to its requests for history: {@code confirm_history} and so on
 * @param probes when it answered a WebSocket ping
 * @param typing how many typing marks it heard
 * @param seen ids of messages as the application was given them
 */
record Diary(
    int number,
    List<Heard> heard,
    List<Acknowledged> acknowledged,
    List<Noted> refused,
    List<Long> confirmed,
    List<Long> opened,
    List<Break> breaks,
    List<Noted> histories,
    List<Long> probes,
    int typing,
    List<Long> seen) {

  /**
   * A message that arrived.
   *
   * @param connection the number of the socket it came by, from 1
   * @param offset its place in the stream; 0 for what was sent to this client alone
   */
  record Heard(long at, int connection, long id, String clientMessageId, long offset) {}

  /**
   * An own message that was acknowledged.
   *
   * @param took milliseconds since it was sent, or sent again
   */
  record Acknowledged(long at, String what, long took) {}

  /** Something with a name. */
  record Noted(long at, String what) {}

  /**
   * The end of a socket.
   *
   * @param reason what the server said before, or empty
   */
  record Break(long at, int connection, int code, String reason) {}

  /** Reads what a program of Node wrote. */
  static Diary of(JsonObject json) {
    return new Diary(
        json.getInt("number"),
        rows(json, "heard").stream()
            .map(
                row ->
                    new Heard(
                        row.getJsonNumber(0).longValue(),
                        row.getInt(1),
                        row.getJsonNumber(2).longValue(),
                        row.getString(3),
                        row.getJsonNumber(4).longValue()))
            .toList(),
        rows(json, "acknowledged").stream()
            .map(
                row ->
                    new Acknowledged(
                        row.getJsonNumber(0).longValue(),
                        row.getString(1),
                        row.getJsonNumber(2).longValue()))
            .toList(),
        noted(json, "refused"),
        numbers(json, "confirmed"),
        numbers(json, "opened"),
        rows(json, "breaks").stream()
            .map(
                row ->
                    new Break(
                        row.getJsonNumber(0).longValue(),
                        row.getInt(1),
                        row.getInt(2),
                        row.getString(3)))
            .toList(),
        noted(json, "histories"),
        numbers(json, "probes"),
        json.getInt("typing"),
        numbers(json, "seen"));
  }

  /** The messages that came to all of the room, by the stream. */
  List<Heard> fromTheStream() {
    return heard.stream().filter(message -> message.offset() > 0).toList();
  }

  /** The breaks in a span of time. */
  List<Break> breaksIn(Span span) {
    return breaks.stream().filter(one -> span.contains(one.at())).toList();
  }

  /** What was acknowledged in a span of time. */
  List<Acknowledged> acknowledgedIn(Span span) {
    return acknowledged.stream().filter(one -> span.contains(one.at())).toList();
  }

  /** What was refused in a span of time. */
  List<Noted> refusedIn(Span span) {
    return refused.stream().filter(one -> span.contains(one.at())).toList();
  }

  private static List<JsonArray> rows(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonArray.class);
  }

  private static List<Noted> noted(JsonObject json, String name) {
    return rows(json, name).stream()
        .map(row -> new Noted(row.getJsonNumber(0).longValue(), row.getString(1)))
        .toList();
  }

  private static List<Long> numbers(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(jakarta.json.JsonNumber.class).stream()
        .map(jakarta.json.JsonNumber::longValue)
        .toList();
  }
}
