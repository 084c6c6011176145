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
 * Sends requests over one HTTP connection, without waiting for the answers; any but the expected
 * one ends the benchmark. A server closes it when it was idle for long; the next request opens
 * another.
 */
final class HttpPipe implements SocketLoop.Waiting {
  private static final String BEGIN = "HTTP/1.1 ";
  private static final int STATUS = 3;

  private final Selector selector;
  private final InetSocketAddress server;
  private final String expected;
  private SocketChannel channel;
  private String unread = "";
  private long sent;
  private long answered;

  /**
   * @param status what the server must answer
   */
  HttpPipe(Selector selector, InetSocketAddress server, int status) {
    this.selector = selector;
    this.server = server;
    this.expected = Integer.toString(status);
  }

  void send(ByteBuffer request) throws IOException {
    if (channel == null) {
      channel = SocketChannel.open(server);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }
    sent++;
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  /** Whether all requests have been answered. */
  boolean isAnswered() {
    return answered == sent;
  }

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
    String answers =
        unread + new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    int whole = BEGIN.length() + STATUS;
    for (int at = 0; (at = answers.indexOf(BEGIN, at)) >= 0 && at + whole <= answers.length(); ) {
      if (!answers.startsWith(expected, at + BEGIN.length())) {
        throw new IllegalStateException("Refused: " + answers.substring(at));
      }
      answered++;
      at += whole;
    }
    unread = answers.substring(Math.max(0, answers.length() - whole + 1));
  }

  private void closed() throws IOException {
    if (!isAnswered()) {
      throw new IOException("The server closed the connection instead of answering");
    }
    channel.close();
    channel = null;
    unread = "";
  }
}
