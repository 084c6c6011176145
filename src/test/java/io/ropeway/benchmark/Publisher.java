package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Publishes over one HTTP connection, without waiting for the answers. A server closes it when it
 * was idle for long; the next publication opens another.
 */
final class Publisher implements SocketLoop.Waiting {
  private final Selector selector;
  private final InetSocketAddress server;
  private final String broadcastKey;
  private SocketChannel channel;
  private long sequence;
  private long answered;

  Publisher(Selector selector, InetSocketAddress server, String broadcastKey) {
    this.selector = selector;
    this.server = server;
    this.broadcastKey = broadcastKey;
  }

  /**
   * Sends the next publication.
   *
   * @param at when it was to be sent
   * @return its number
   */
  long publish(long at) throws IOException {
    if (channel == null) {
      channel = SocketChannel.open(server);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }
    ByteBuffer request = Wire.publication(server, broadcastKey, ++sequence, at);
    while (request.hasRemaining()) {
      channel.write(request);
    }
    return sequence;
  }

  /** Whether all publications have been answered. */
  boolean isAnswered() {
    return answered == sequence;
  }

  /** Reads what the server answered; anything but success ends the benchmark. */
  @Override
  public void ready(SelectionKey key, ByteBuffer buffer) {
    buffer.clear();
    try {
      if (channel.read(buffer) < 0) {
        closed();
        return;
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    String answers = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    for (int at = 0; (at = answers.indexOf("HTTP/1.1 ", at)) >= 0; at++) {
      if (!answers.startsWith("201", at + 9)) {
        throw new IllegalStateException("Publication refused: " + answers.substring(at));
      }
      answered++;
    }
  }

  private void closed() throws IOException {
    if (!isAnswered()) {
      throw new IOException("The server closed the connection instead of answering");
    }
    channel.close();
    channel = null;
  }
}
