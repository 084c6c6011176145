package io.ropeway.protocol.actioncable;

import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.PresenceRecord;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads what clients say of presence: {@code {"id":"42","info":{…}}}. */
final class PresenceReader {

  private PresenceReader() {}

  /** Who a frame says that the client is; null if it says nothing. */
  static @Nullable PresenceRecord optional(JsonObject frame) throws MalformedFrameException {
    JsonValue value = frame.get(Words.PRESENCE);
    return value == null || value.equals(JsonValue.NULL) ? null : required(frame);
  }

  /** Who a frame says that the client is. */
  static PresenceRecord required(JsonObject frame) throws MalformedFrameException {
    if (!(frame.get(Words.PRESENCE) instanceof JsonObject presence)) {
      throw new MalformedFrameException("no object under " + Words.PRESENCE);
    }
    JsonValue info = presence.get(Words.INFO);
    return new PresenceRecord(id(presence), info == null ? null : info.toString());
  }

  /** Whether who asks for presence wants to know who is there; it does unless it says no. */
  static boolean returnRecords(JsonObject frame) {
    return !(frame.get(Words.DATA) instanceof JsonObject data)
        || !JsonValue.FALSE.equals(data.get(Words.RETURN_RECORDS));
  }

  /** Ids are texts; a number is taken as one, for that is what applications have. */
  private static String id(JsonObject presence) throws MalformedFrameException {
    JsonValue id = presence.get(Words.ID);
    if (id instanceof JsonString text && !text.getString().isEmpty()) {
      return text.getString();
    }
    if (id instanceof JsonNumber number) {
      return number.toString();
    }
    throw new MalformedFrameException("no id");
  }
}
