package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * One WebSocket of the load clients: connects, upgrades, answers and watches pings, and hands over
 * every other frame. Holds no buffer while nothing of a frame is missing.
 */
abstract class CableSocket implements SocketLoop.Waiting {
  private static final byte[] NOTHING = new byte[0];

  private final SocketLoop loop;
  private final PingWatch pings;
  private final SocketChannel channel;
  private byte[] unread = NOTHING;
  private boolean upgraded;
  private long lastPingAt;

  CableSocket(SocketLoop loop, InetSocketAddress server, PingWatch pings) throws IOException {
    this.loop = loop;
    this.pings = pings;
    this.channel = loop.open(server, this);
  }

  /** The request that the socket begins with. */
  abstract ByteBuffer upgrade();

  /** The server has greeted. */
  abstract void welcomed() throws IOException;

  /** A frame that is neither greeting nor ping; false if it means nothing to this client. */
  abstract boolean received(ServerFrame frame) throws IOException;

  /** The socket has ended, other than by this side's will. */
  abstract void lost(String reason);

  /** Finishes connecting or reads; any failure is a lost connection. */
  @Override
  public final void ready(SelectionKey key, ByteBuffer buffer) {
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        lastPingAt = System.nanoTime();
        write(upgrade());
      } else {
        read(buffer);
      }
    } catch (IOException failed) {
      close();
      lost(failed.toString());
    }
  }

  /** Ends it as a process that exits would. */
  final void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // It is gone either way.
    }
  }

  /** Ends it as a broken network does: the server is told nothing but that it is gone. */
  final void abort() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException ignored) {
      // It is gone already.
    }
    close();
  }

  /** The pings that are still to come are compared with now. */
  final void restartPingWatch(long now) {
    lastPingAt = now;
  }

  /** Nanoseconds since the last ping. */
  final long silence(long now) {
    return now - lastPingAt;
  }

  final void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("The server does not read");
    }
  }

  private void read(ByteBuffer buffer) throws IOException {
    buffer.clear().put(unread);
    unread = NOTHING;
    if (channel.read(buffer) < 0) {
      throw new IOException("End of stream");
    }
    buffer.flip();
    if (upgraded || endOfHandshake(buffer)) {
      ServerFrame frame = loop.frame();
      while (channel.isOpen() && frame.next(buffer)) {
        dispatch(frame);
      }
    }
    if (buffer.hasRemaining()) {
      unread = Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.limit());
    }
  }

  private boolean endOfHandshake(ByteBuffer buffer) throws IOException {
    String head =
        new String(buffer.array(), 0, buffer.limit(), java.nio.charset.StandardCharsets.US_ASCII);
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new IOException("Not upgraded: " + head.substring(0, head.indexOf('\r')));
    }
    upgraded = true;
    buffer.position(end + 4);
    return true;
  }

  private void dispatch(ServerFrame frame) throws IOException {
    if (frame.isPingMessage()) {
      long now = System.nanoTime();
      pings.gap(now - lastPingAt);
      lastPingAt = now;
    } else if (frame.isWebSocketPing()) {
      write(Wire.pong(frame.payload()));
    } else if (frame.isWelcome()) {
      lastPingAt = System.nanoTime();
      welcomed();
    } else if (!received(frame) && (frame.isClose() || frame.isRefusal())) {
      throw new IOException("Refused or closed: " + frame.text());
    }
  }
}
