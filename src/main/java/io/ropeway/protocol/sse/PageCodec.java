package io.ropeway.protocol.sse;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.StreamPosition;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a page of events, for the transport to put together; see {@link Part}. Nothing of
 * what keeps a connection alive is among them.
 */
public final class PageCodec extends OneWayCodec {

  private static final EncodedFrame CAUGHT_UP = new EncodedFrame("h");
  private static final EncodedFrame GONE = new EncodedFrame("g");
  private static final EncodedFrame REFUSED = new EncodedFrame("r");

  /** What a part is for. */
  public enum Kind {
    /** The position that the page begins after. */
    START,
    /** One event. */
    EVENT,
    /** All that was missed has been told. */
    CAUGHT_UP,
    /** What came after the position that was asked for cannot be told. */
    GONE,
    /** The stream may not be read. */
    REFUSED,
    /** Of no meaning for a page. */
    NOTHING
  }

  /**
   * A part of a page.
   *
   * @param position of the start or the event, see {@link PositionText}
   * @param json the event as a member of the page's array
   */
  public record Part(Kind kind, String position, String json) {

    /** Reads a frame of this codec. */
    public static Part of(EncodedFrame frame) {
      String text = frame.text();
      if (text.isEmpty()) {
        return new Part(Kind.NOTHING, "", "");
      }
      int space = text.indexOf(' ');
      return switch (text.charAt(0)) {
        case 's' -> new Part(Kind.START, text.substring(1), "");
        case 'e' -> new Part(Kind.EVENT, text.substring(1, space), text.substring(space + 1));
        case 'h' -> new Part(Kind.CAUGHT_UP, "", "");
        case 'g' -> new Part(Kind.GONE, "", "");
        default -> new Part(Kind.REFUSED, "", "");
      };
    }
  }

  @Override
  public String subprotocol() {
    return "application/json";
  }

  @Override
  public EncodedFrame encode(ServerMessage message) {
    if (message instanceof ServerMessage.Data data) {
      return event(data);
    } else if (message instanceof ServerMessage.Confirmation confirmation) {
      return new EncodedFrame("s" + text(confirmation.from()));
    } else if (message instanceof ServerMessage.ConfirmHistory) {
      return CAUGHT_UP;
    } else if (message instanceof ServerMessage.RejectHistory) {
      return GONE;
    } else if (message instanceof ServerMessage.Rejection) {
      return REFUSED;
    }
    return NOTHING;
  }

  private static EncodedFrame event(ServerMessage.Data data) {
    StreamPosition position = data.position();
    StringBuilder out = new StringBuilder(data.payload().length() + 96);
    out.append('e').append(text(position)).append(" {");
    if (position != null) {
      out.append("\"offset\":").append(position.offset()).append(',');
    }
    out.append("\"data\":").append(data.payload()).append('}');
    return new EncodedFrame(out.toString(), data.identifier());
  }

  private static String text(@Nullable StreamPosition position) {
    return position == null ? "" : PositionText.write(position);
  }
}
