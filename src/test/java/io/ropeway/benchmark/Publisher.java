package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Publishes over one HTTP connection that stays open, without waiting for the answers. */
final class Publisher {
  private final SocketChannel channel;
  private final InetSocketAddress server;
  private final String key;
  private long sequence;
  private long answered;

  Publisher(SocketChannel channel, InetSocketAddress server, String key) {
    this.channel = channel;
    this.server = server;
    this.key = key;
  }

  /**
   * Sends the next publication.
   *
   * @param at when it was to be sent
   * @return its number
   */
  long publish(long at) throws IOException {
    ByteBuffer request = Wire.publication(server, key, ++sequence, at);
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
  void ready(ByteBuffer buffer) {
    buffer.clear();
    try {
      if (channel.read(buffer) < 0) {
        throw new IllegalStateException("The server closed the publisher's connection");
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
}
