package io.ropeway.protocol.actioncable;

import io.ropeway.protocol.ClientCommand;
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
      case Words.SUBSCRIBE -> new ClientCommand.Subscribe(string(frame, Words.IDENTIFIER));
      case Words.UNSUBSCRIBE -> new ClientCommand.Unsubscribe(string(frame, Words.IDENTIFIER));
      case Words.MESSAGE -> new ClientCommand.Perform(string(frame, Words.IDENTIFIER), data(frame));
      case Words.PING -> new ClientCommand.Ping();
      case Words.PONG -> new ClientCommand.Pong();
      default -> new ClientCommand.Unknown(command);
    };
  }

  private static String string(JsonObject frame, String key) throws MalformedFrameException {
    if (frame.get(key) instanceof JsonString value) {
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
}
