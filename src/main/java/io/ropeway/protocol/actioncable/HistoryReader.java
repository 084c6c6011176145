package io.ropeway.protocol.actioncable;

import io.ropeway.protocol.HistoryRequest;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.StreamPosition;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads which history a client asks for: {@code
 * {"since":…,"streams":{"s":{"offset":…,"epoch":…}}}}.
 */
final class HistoryReader {

  private HistoryReader() {}

  /** The request in a frame; null if there is none. */
  static @Nullable HistoryRequest optional(JsonObject frame) throws MalformedFrameException {
    JsonValue value = frame.get(Words.HISTORY);
    if (isMissing(value)) {
      return null;
    }
    if (!(value instanceof JsonObject history)) {
      throw new MalformedFrameException("no object under " + Words.HISTORY);
    }
    return new HistoryRequest(since(history), positions(history));
  }

  /** Zero or less, as some clients send it, asks for nothing by time. */
  private static @Nullable Long since(JsonObject history) throws MalformedFrameException {
    JsonValue since = history.get(Words.SINCE);
    if (isMissing(since) || JsonValue.FALSE.equals(since)) {
      return null;
    }
    long second = number(since, Words.SINCE);
    return second > 0 ? second : null;
  }

  private static Map<String, StreamPosition> positions(JsonObject history)
      throws MalformedFrameException {
    JsonValue value = history.get(Words.STREAMS);
    if (isMissing(value)) {
      return Map.of();
    }
    if (!(value instanceof JsonObject streams)) {
      throw new MalformedFrameException("no object under " + Words.STREAMS);
    }
    Map<String, StreamPosition> positions = new HashMap<>();
    for (Map.Entry<String, JsonValue> entry : streams.entrySet()) {
      if (!(entry.getValue() instanceof JsonObject position)) {
        throw new MalformedFrameException("a position that is no object");
      }
      positions.put(
          entry.getKey(),
          new StreamPosition(
              entry.getKey(),
              CommandReader.string(position, Words.EPOCH),
              number(position.get(Words.OFFSET), Words.OFFSET)));
    }
    return positions;
  }

  private static long number(@Nullable JsonValue value, String key) throws MalformedFrameException {
    if (value instanceof JsonNumber number) {
      try {
        return number.longValue();
      } catch (ArithmeticException e) { // some parsers refuse what is beyond their limits
        throw new MalformedFrameException("a number out of range under " + key);
      }
    }
    throw new MalformedFrameException("no number under " + key);
  }

  private static boolean isMissing(@Nullable JsonValue value) {
    return value == null || value.equals(JsonValue.NULL);
  }
}
