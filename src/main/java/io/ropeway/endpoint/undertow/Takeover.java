package io.ropeway.endpoint.undertow;

import io.ropeway.endpoint.Upgrade;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.HttpUpgradeListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;

/**
 * Makes a WebSocket of a connection once the 101 is out. Undertow keeps this object as long as the
 * connection lives, so it lets go of everything when its work is done.
 */
final class Takeover implements HttpUpgradeListener {
  private static final System.Logger LOGGER = System.getLogger(Takeover.class.getName());

  private @Nullable Upgrade upgrade;

  Takeover(Upgrade upgrade) {
    this.upgrade = upgrade;
  }

  @Override
  public void handleUpgrade(StreamConnection stream, HttpServerExchange exchange) {
    Upgrade accepted = upgrade;
    upgrade = null;
    if (accepted == null) {
      return;
    }
    try {
      forgetHttpTimeouts(stream);
      UndertowConnection connection =
          new UndertowConnection(
              stream,
              exchange.getConnection().getByteBufferPool(),
              new FrameWriter(stream),
              new FrameReader(accepted.maxMessageBytes()));
      connection.start(accepted.opener().apply(connection));
    } catch (IOException | RuntimeException failed) {
      LOGGER.log(System.Logger.Level.ERROR, "A connection could not be opened", failed);
      IoUtils.safeClose(stream);
    }
  }

  /**
   * The timeouts of requests (90 s on WildFly) would end a client that listens and says nothing;
   * dead ones are found by the heartbeat. Suspending the reads first stops a timer that runs
   * already.
   */
  private static void forgetHttpTimeouts(StreamConnection stream) throws IOException {
    stream.getSourceChannel().suspendReads();
    stream.setOption(Options.READ_TIMEOUT, 0);
    stream.setOption(Options.WRITE_TIMEOUT, 0);
  }
}
