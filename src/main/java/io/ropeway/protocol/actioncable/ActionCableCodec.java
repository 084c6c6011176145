package io.ropeway.protocol.actioncable;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;

/**
 * The codec of both Action Cable subprotocols, which differ in what the welcome tells.
 *
 * <p>Key order on the wire follows Rails, since the oldest clients and many hand-written ones were
 * built against its exact text.
 */
public final class ActionCableCodec implements ProtocolCodec {

  /** The characters around an identifier and a payload, with some room for escapes. */
  private static final int OVERHEAD = 64;

  private final String subprotocol;
  private final boolean extended;
  private final CommandReader reader;

  private ActionCableCodec(String subprotocol, boolean extended, int jsonDepth) {
    this.subprotocol = subprotocol;
    this.extended = extended;
    this.reader = new CommandReader(jsonDepth);
  }

  /** The plain protocol of Rails. */
  public static ActionCableCodec v1(int jsonDepth) {
    return new ActionCableCodec(Words.V1_JSON, false, jsonDepth);
  }

  /** The extended protocol of AnyCable. */
  public static ActionCableCodec v1Extended(int jsonDepth) {
    return new ActionCableCodec(Words.V1_EXT_JSON, true, jsonDepth);
  }

  @Override
  public String subprotocol() {
    return subprotocol;
  }

  @Override
  public ClientCommand decode(String text) throws MalformedFrameException {
    return reader.read(text);
  }

  @Override
  public EncodedFrame encode(ServerMessage message) {
    StringBuilder out = new StringBuilder(lengthOf(message));
    if (message instanceof ServerMessage.Data data) {
      identified(out, data.identifier());
      out.append(",\"message\":").append(data.payload()).append('}');
    } else if (message instanceof ServerMessage.Ping ping) {
      typed(out, Words.PING).append(",\"message\":").append(ping.epochSecond()).append('}');
    } else if (message instanceof ServerMessage.Confirmation confirmation) {
      answer(out, confirmation.identifier(), Words.CONFIRM);
    } else if (message instanceof ServerMessage.Rejection rejection) {
      answer(out, rejection.identifier(), Words.REJECT);
    } else if (message instanceof ServerMessage.Welcome welcome) {
      typed(out, Words.WELCOME);
      if (extended) {
        out.append(",\"sid\":");
        JsonText.quote(out, welcome.sessionId());
      }
      out.append('}');
    } else if (message instanceof ServerMessage.Disconnect disconnect) {
      disconnect(out, disconnect);
    } else if (message instanceof ServerMessage.Pong) {
      typed(out, Words.PONG).append('}');
    }
    return new EncodedFrame(out.toString());
  }

  /**
   * About the length of the frame, so that the builder of a large one is not copied as it grows.
   */
  private static int lengthOf(ServerMessage message) {
    return message instanceof ServerMessage.Data data
        ? data.identifier().length() + data.payload().length() + OVERHEAD
        : 2 * OVERHEAD;
  }

  private static StringBuilder typed(StringBuilder out, String type) {
    return out.append("{\"type\":\"").append(type).append('"');
  }

  private static void identified(StringBuilder out, String identifier) {
    out.append("{\"identifier\":");
    JsonText.quote(out, identifier);
  }

  private static void answer(StringBuilder out, String identifier, String type) {
    identified(out, identifier);
    out.append(",\"type\":\"").append(type).append("\"}");
  }

  private static void disconnect(StringBuilder out, ServerMessage.Disconnect disconnect) {
    typed(out, Words.DISCONNECT).append(",\"reason\":");
    if (disconnect.reason() == null) {
      out.append("null");
    } else {
      JsonText.quote(out, disconnect.reason());
    }
    out.append(",\"reconnect\":").append(disconnect.reconnect()).append('}');
  }
}
