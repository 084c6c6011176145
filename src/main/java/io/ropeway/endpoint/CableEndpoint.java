package io.ropeway.endpoint;

import io.ropeway.session.ConnectionListener;
import io.ropeway.session.ProbeNumber;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The portable transport's end of a WebSocket. Reached only through {@link HandshakeFilter}, which
 * hands the accepted handshake over by ticket.
 */
@ServerEndpoint(CableEndpoint.PATH)
public class CableEndpoint {

  static final String PATH = "/_ws/{ticket}";

  private static final System.Logger LOGGER = System.getLogger(CableEndpoint.class.getName());

  @Inject TicketOffice tickets;

  private volatile @Nullable WebSocketConnection connection;
  private volatile @Nullable TextParts parts;

  @OnOpen
  public void open(Session session, @PathParam("ticket") String ticket) throws IOException {
    Upgrade upgrade = tickets.redeem(ticket);
    if (upgrade == null) {
      session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));
      return;
    }
    parts = new TextParts(upgrade.maxMessageBytes());
    session.setMaxBinaryMessageBufferSize(upgrade.maxMessageBytes());
    WebSocketConnection opened = new WebSocketConnection(session);
    connection = opened; // before its listener is made: it may be closed meanwhile
    opened.listen(upgrade.opener().apply(opened));
  }

  @OnMessage
  public void text(Session session, String part, boolean last) throws IOException {
    ConnectionListener told = listener();
    TextParts joined = parts;
    if (told == null || joined == null || joined.isTooLong()) {
      return;
    }
    String message = joined.add(part, last);
    if (message != null) {
      told.text(message);
    } else if (joined.isTooLong()) {
      session.close(new CloseReason(CloseReason.CloseCodes.TOO_BIG, ""));
    }
  }

  @OnMessage
  public void binary(byte[] message) {
    ConnectionListener told = listener();
    if (told != null) {
      told.binary();
    }
  }

  @OnMessage
  public void pong(PongMessage message) {
    ConnectionListener told = listener();
    if (told != null) {
      told.pong(ProbeNumber.of(message.getApplicationData()));
    }
  }

  @OnError
  public void error(Session session, Throwable error) {
    LOGGER.log(
        System.Logger.Level.DEBUG, () -> "WebSocket " + session.getId() + ": " + error.getClass());
  }

  @OnClose
  public void close(CloseReason reason) {
    WebSocketConnection gone = connection;
    if (gone != null) {
      gone.closed(reason.getCloseCode().getCode());
    }
  }

  private @Nullable ConnectionListener listener() {
    WebSocketConnection open = connection;
    return open == null ? null : open.listener();
  }
}
