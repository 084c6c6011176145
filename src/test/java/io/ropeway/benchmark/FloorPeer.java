package io.ropeway.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;

/** One client of the floor server: a subscriber after its upgrade, a publisher otherwise. */
final class FloorPeer {
  private static final byte[] NOTHING = new byte[0];
  private static final String ACCEPTED = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Deque<ByteBuffer> waiting = new ArrayDeque<>(0);
  private final Deque<String> publications = new ArrayDeque<>(0);
  private byte[] unread = NOTHING;
  private boolean upgraded;
  private boolean subscribed;

  FloorPeer(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  /** The payload of a publication that arrived, or null. */
  String nextPublication() {
    return publications.poll();
  }

  /** Reads what is there; false at the end. */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear().put(unread);
    if (channel.read(buffer) < 0) {
      return false;
    }
    buffer.flip();
    while (upgraded ? frame(buffer) : request(buffer)) {
      // Until what is left is not whole.
    }
    unread = buffer.hasRemaining() ? bytes(buffer, buffer.remaining()) : NOTHING;
    return true;
  }

  /** Sends a frame that others get too. */
  void send(ByteBuffer shared) {
    ByteBuffer frame = shared.duplicate();
    try {
      if (waiting.isEmpty()) {
        channel.write(frame);
      }
    } catch (IOException gone) {
      return; // The next read tells.
    }
    if (frame.hasRemaining()) {
      waiting.add(frame);
      key.interestOpsOr(SelectionKey.OP_WRITE);
    }
  }

  void writeRest() throws IOException {
    while (!waiting.isEmpty()) {
      channel.write(waiting.peek());
      if (waiting.peek().hasRemaining()) {
        return;
      }
      waiting.remove();
    }
    key.interestOpsAnd(~SelectionKey.OP_WRITE);
  }

  private boolean request(ByteBuffer buffer) {
    String text = StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return false;
    }
    String head = text.substring(0, headEnd);
    int length = Integer.parseInt(header(head, "content-length", "0"));
    int end = headEnd + 4 + length;
    if (text.length() < end) {
      return false;
    }
    buffer.position(buffer.position() + end);
    if (head.startsWith("GET ")) {
      upgrade(head);
    } else {
      publications.add(data(text.substring(headEnd + 4, end)));
      send(ascii(ACCEPTED));
    }
    return true;
  }

  private void upgrade(String head) {
    upgraded = true;
    send(
        ascii(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Protocol: actioncable-v1-json\r\nSec-WebSocket-Accept: "
                + accept(header(head, "sec-websocket-key", ""))
                + "\r\n\r\n"));
    send(FloorServer.frame("{\"type\":\"welcome\"}"));
  }

  /** A masked frame of a client; anything but a subscription is read and forgotten. */
  private boolean frame(ByteBuffer buffer) {
    if (buffer.remaining() < 6) {
      return false;
    }
    int at = buffer.position();
    int length = buffer.get(at + 1) & 0x7F;
    int header = length == 126 ? 8 : 6;
    if (length == 126) {
      length = Short.toUnsignedInt(buffer.getShort(at + 2));
    }
    if (buffer.remaining() < header + length) {
      return false;
    }
    buffer.position(at + header);
    byte[] payload = bytes(buffer, length);
    for (int i = 0; i < length; i++) {
      payload[i] ^= buffer.get(at + header - 4 + (i & 3));
    }
    if (new String(payload, StandardCharsets.UTF_8).contains("\"subscribe\"")) {
      subscribed = true;
      send(
          FloorServer.frame(
              "{\"identifier\":\"" + Wire.IDENTIFIER + "\",\"type\":\"confirm_subscription\"}"));
    }
    return true;
  }

  private static byte[] bytes(ByteBuffer buffer, int length) {
    byte[] bytes =
        Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.position() + length);
    buffer.position(buffer.position() + length);
    return bytes;
  }

  private static String header(String head, String name, String otherwise) {
    for (String line : head.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return otherwise;
  }

  /** The JSON text inside the string {@code data} of a publication, which is its last member. */
  private static String data(String body) {
    String data = body.substring(body.indexOf("\"data\":\"") + 8, body.lastIndexOf('"'));
    return data.replace("\\\"", "\"");
  }

  private static String accept(String key) {
    try {
      byte[] text =
          (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
