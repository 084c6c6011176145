package io.ropeway.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * One WebSocket of the load client: connects, upgrades, subscribes, then counts. Holds no buffer
 * while nothing of a frame is missing.
 */
final class LoadConnection {
  private static final byte[] NOTHING = new byte[0];

  private final SocketChannel channel;
  private final LoadClient client;
  private byte[] unread = NOTHING;
  private boolean upgraded;
  private boolean subscribed;
  private long nextSequence = -1;
  private long lastPingAt;

  LoadConnection(SocketChannel channel, LoadClient client) {
    this.channel = channel;
    this.client = client;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  /** Finishes connecting or reads; any failure is a lost connection. */
  void ready(SelectionKey key, ByteBuffer buffer) {
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        write(client.upgrade());
      } else {
        read(buffer);
      }
    } catch (IOException failed) {
      lost(failed.toString());
    }
  }

  void close() throws IOException {
    channel.close();
  }

  /** The pings that are still to come are compared with now. */
  void restartPingWatch(long now) {
    lastPingAt = now;
  }

  /** Nanoseconds since the last ping. */
  long silence(long now) {
    return now - lastPingAt;
  }

  private void read(ByteBuffer buffer) throws IOException {
    buffer.clear().put(unread);
    unread = NOTHING;
    if (channel.read(buffer) < 0) {
      lost("End of stream");
      return;
    }
    buffer.flip();
    if (upgraded || endOfHandshake(buffer)) {
      ServerFrame frame = client.frame();
      while (channel.isOpen() && frame.next(buffer)) {
        received(frame);
      }
    }
    if (buffer.hasRemaining()) {
      unread =
          Arrays.copyOfRange(
              buffer.array(), buffer.position(), buffer.position() + buffer.remaining());
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

  private void received(ServerFrame frame) throws IOException {
    long sequence = frame.sequence();
    if (sequence >= 0) {
      delivered(sequence, frame.at());
    } else if (frame.isPingMessage()) {
      long now = System.nanoTime();
      client.pingGap(now - lastPingAt);
      lastPingAt = now;
    } else if (frame.isWebSocketPing()) {
      write(Wire.pong(frame.payload()));
    } else if (frame.isWelcome()) {
      lastPingAt = System.nanoTime();
      write(Wire.subscribe());
    } else if (frame.isConfirmation()) {
      subscribed = true;
      client.subscribed();
    } else if (frame.isClose() || frame.isRefusal()) {
      throw new IOException("Refused or closed: " + frame.text());
    }
  }

  private void delivered(long sequence, long at) {
    if (nextSequence >= 0 && sequence != nextSequence) {
      client.outOfOrder(nextSequence, sequence);
    }
    nextSequence = sequence + 1;
    client.delivered(System.nanoTime() - at);
  }

  private void lost(String reason) {
    try {
      channel.close();
    } catch (IOException ignored) {
      // It is gone either way.
    }
    client.lost(this, reason);
  }

  private void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("The server does not read");
    }
  }
}
