package io.ropeway.protocol.actioncable;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.StreamPosition;
import org.jspecify.annotations.Nullable;

/**
 * The codec of both Action Cable subprotocols, which differ in what the welcome tells, and in who
 * hears of presence unasked.
 *
 * <p>Key order on the wire follows Rails, since the oldest clients and many hand-written ones were
 * built against its exact text.
 */
public final class ActionCableCodec implements ProtocolCodec {

  /** The characters around an identifier, or of a position, with room for escapes. */
  private static final int OVERHEAD = 96;

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
  public boolean isExtended() {
    return extended;
  }

  @Override
  public ClientCommand decode(String text) throws MalformedFrameException {
    return reader.read(text);
  }

  @Override
  public EncodedFrame encode(ServerMessage message) {
    if (message instanceof ServerMessage.Data data) {
      return data(data);
    }
    StringBuilder out = new StringBuilder(2 * OVERHEAD);
    if (message instanceof ServerMessage.Ping ping) {
      typed(out, Words.PING).append(",\"message\":").append(ping.time()).append('}');
    } else if (message instanceof ServerMessage.Confirmation confirmation) {
      answer(out, confirmation.identifier(), Words.CONFIRM);
    } else if (message instanceof ServerMessage.Rejection rejection) {
      answer(out, rejection.identifier(), Words.REJECT);
    } else if (message instanceof ServerMessage.Welcome welcome) {
      welcome(out, welcome);
    } else if (message instanceof ServerMessage.Disconnect disconnect) {
      disconnect(out, disconnect);
    } else if (message instanceof ServerMessage.ConfirmHistory confirmation) {
      answer(out, confirmation.identifier(), Words.CONFIRM_HISTORY);
    } else if (message instanceof ServerMessage.RejectHistory rejection) {
      answer(out, rejection.identifier(), Words.REJECT_HISTORY);
    } else if (message instanceof ServerMessage.Presence presence) {
      identified(typed(out, Words.PRESENCE).append(','), presence.identifier());
      out.append(",\"message\":").append(presence.payload()).append('}');
    } else if (message instanceof ServerMessage.Pong) {
      typed(out, Words.PONG).append('}');
    }
    return new EncodedFrame(out.toString());
  }

  private static EncodedFrame data(ServerMessage.Data data) {
    StringBuilder head = new StringBuilder(data.identifier().length() + OVERHEAD);
    identified(head.append('{'), data.identifier());
    head.append(",\"message\":");
    return new EncodedFrame(
        head.toString(), data.payload(), tail(data.position()), data.identifier());
  }

  private static String tail(@Nullable StreamPosition position) {
    if (position == null) {
      return "}";
    }
    StringBuilder out = new StringBuilder(OVERHEAD).append(",\"stream_id\":");
    JsonText.quote(out, position.stream());
    out.append(",\"epoch\":");
    JsonText.quote(out, position.epoch());
    return out.append(",\"offset\":").append(position.offset()).append('}').toString();
  }

  private void welcome(StringBuilder out, ServerMessage.Welcome welcome) {
    typed(out, Words.WELCOME);
    if (extended) {
      out.append(",\"sid\":");
      JsonText.quote(out, welcome.sessionId());
      if (welcome.restoredIds() != null) {
        out.append(",\"restored\":true,\"restored_ids\":[");
        String separator = "";
        for (String identifier : welcome.restoredIds()) {
          JsonText.quote(out.append(separator), identifier);
          separator = ",";
        }
        out.append(']');
      }
    }
    out.append('}');
  }

  private static StringBuilder typed(StringBuilder out, String type) {
    return out.append("{\"type\":\"").append(type).append('"');
  }

  private static void identified(StringBuilder out, String identifier) {
    out.append("\"identifier\":");
    JsonText.quote(out, identifier);
  }

  private static void answer(StringBuilder out, String identifier, String type) {
    identified(out.append('{'), identifier);
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
