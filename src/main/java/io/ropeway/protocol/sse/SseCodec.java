package io.ropeway.protocol.sse;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.StreamPosition;
import org.jspecify.annotations.Nullable;

/**
 * Server-Sent Events: each event's payload as {@code data}, its position as {@code id}.
 *
 * <p>The first block holds the position that the stream goes on from and no data, so that also a
 * client that was sent nothing yet comes back to the right place. {@code event: reset} says that
 * events are missing that cannot be told any more; {@code event: disconnect} says why the server
 * ends the answer. Regular comments keep proxies and clients from giving up.
 */
public final class SseCodec extends OneWayCodec {

  /** What is written first, and only then; clients come back after as many milliseconds. */
  private static final String OPENING = "retry: 2000\n";

  private static final EncodedFrame PING = new EncodedFrame(": ping\n\n");
  private static final EncodedFrame RESET = new EncodedFrame("event: reset\ndata: {}\n\n");
  private static final EncodedFrame REFUSED = new EncodedFrame("");

  @Override
  public String subprotocol() {
    return "text/event-stream";
  }

  @Override
  public EncodedFrame encode(ServerMessage message) {
    if (message instanceof ServerMessage.Data data) {
      return data(data);
    } else if (message instanceof ServerMessage.Ping) {
      return PING;
    } else if (message instanceof ServerMessage.Confirmation confirmation) {
      StringBuilder out = new StringBuilder(OPENING);
      id(out, confirmation.from());
      return new EncodedFrame(out.append('\n').toString());
    } else if (message instanceof ServerMessage.RejectHistory) {
      return RESET;
    } else if (message instanceof ServerMessage.Rejection) {
      return REFUSED;
    } else if (message instanceof ServerMessage.Disconnect disconnect) {
      return disconnect(disconnect);
    }
    return NOTHING;
  }

  /** Whether a frame is the first that a client is sent. */
  public static boolean opens(EncodedFrame frame) {
    return frame.text().startsWith(OPENING);
  }

  /** Whether a frame stands for the end of the right to read the stream, or the lack of it. */
  public static boolean refuses(EncodedFrame frame) {
    return frame == REFUSED;
  }

  private static EncodedFrame data(ServerMessage.Data data) {
    StringBuilder out = new StringBuilder(data.payload().length() + 64);
    id(out, data.position());
    out.append("data: ");
    lines(out, data.payload().toString());
    return new EncodedFrame(out.append("\n\n").toString(), data.identifier());
  }

  /** A line break within JSON is space between its words, and would end the field. */
  private static void lines(StringBuilder out, String payload) {
    for (int i = 0; i < payload.length(); i++) {
      char c = payload.charAt(i);
      out.append(c == '\n' || c == '\r' ? ' ' : c);
    }
  }

  private static void id(StringBuilder out, @Nullable StreamPosition at) {
    if (at != null) {
      out.append("id: ").append(PositionText.write(at)).append('\n');
    }
  }

  private static EncodedFrame disconnect(ServerMessage.Disconnect disconnect) {
    StringBuilder out = new StringBuilder("event: disconnect\ndata: {\"reason\":");
    JsonText.quote(out, String.valueOf(disconnect.reason()));
    out.append(",\"reconnect\":").append(disconnect.reconnect()).append("}\n\n");
    return new EncodedFrame(out.toString());
  }
}
