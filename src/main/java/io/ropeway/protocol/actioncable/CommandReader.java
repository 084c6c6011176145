package io.ropeway.protocol.actioncable;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.HistoryRequest;
import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.MalformedFrameException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Reads the frames of Action Cable clients. */
final class CommandReader {

  private final int jsonDepth;

  CommandReader(int jsonDepth) {
    this.jsonDepth = jsonDepth;
  }

  ClientCommand read(String text) throws MalformedFrameException {
    JsonObject frame = JsonText.object(text, jsonDepth);
    String command = string(frame, Words.COMMAND);
    return switch (command) {
      case Words.SUBSCRIBE ->
          new ClientCommand.Subscribe(
              string(frame, Words.IDENTIFIER),
              HistoryReader.optional(frame),
              PresenceReader.optional(frame));
      case Words.UNSUBSCRIBE -> new ClientCommand.Unsubscribe(string(frame, Words.IDENTIFIER));
      case Words.MESSAGE -> new ClientCommand.Perform(string(frame, Words.IDENTIFIER), data(frame));
      case Words.HISTORY ->
          new ClientCommand.History(string(frame, Words.IDENTIFIER), history(frame));
      case Words.WHISPER -> whisper(frame);
      case Words.JOIN ->
          new ClientCommand.Join(string(frame, Words.IDENTIFIER), PresenceReader.required(frame));
      case Words.LEAVE -> new ClientCommand.Leave(string(frame, Words.IDENTIFIER));
      case Words.PRESENCE ->
          new ClientCommand.Presence(
              string(frame, Words.IDENTIFIER), PresenceReader.returnRecords(frame));
      case Words.PING -> new ClientCommand.Ping();
      case Words.PONG -> new ClientCommand.Pong();
      default -> new ClientCommand.Unknown(command);
    };
  }

  /** The string of a key. */
  static String string(JsonObject object, String key) throws MalformedFrameException {
    if (object.get(key) instanceof JsonString value) {
      return value.getString();
    }
    throw new MalformedFrameException("no string under " + key);
  }

  /**
   * The action's data. Rails clients send it as JSON inside a string; some generated clients send
   * the object itself, which costs nothing to understand.
   */
  private JsonObject data(JsonObject frame) throws MalformedFrameException {
    JsonValue data = frame.get(Words.DATA);
    if (data instanceof JsonString text) {
      return JsonText.object(text.getString(), jsonDepth);
    }
    if (data instanceof JsonObject object) {
      return object;
    }
    throw new MalformedFrameException("no object under " + Words.DATA);
  }

  /** Clients that have nothing to ask for leave it out. */
  private static HistoryRequest history(JsonObject frame) throws MalformedFrameException {
    HistoryRequest request = HistoryReader.optional(frame);
    return request == null ? HistoryRequest.NOTHING : request;
  }

  private static ClientCommand whisper(JsonObject frame) throws MalformedFrameException {
    JsonValue data = frame.get(Words.DATA);
    if (data == null) {
      throw new MalformedFrameException("nothing under " + Words.DATA);
    }
    return new ClientCommand.Whisper(string(frame, Words.IDENTIFIER), data);
  }
}
