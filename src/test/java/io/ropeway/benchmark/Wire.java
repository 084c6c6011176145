package io.ropeway.benchmark;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that the client sends and both sides know: the upgrade, the commands, a publication. */
final class Wire {
  /** What everybody subscribes to, as it goes over the wire inside a JSON string. */
  static final String IDENTIFIER = "{\\\"channel\\\":\\\"BenchmarkChannel\\\"}";

  static final String STREAM = "all";

  private static final int MASK_BIT = 0x80;

  private Wire() {}

  static ByteBuffer upgrade(InetSocketAddress server) {
    return ascii(
        "GET /cable HTTP/1.1\r\n"
            + host(server)
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Protocol: actioncable-v1-json\r\n\r\n");
  }

  static ByteBuffer subscribe() {
    return maskedText("{\"command\":\"subscribe\",\"identifier\":\"" + IDENTIFIER + "\"}");
  }

  /**
   * A publication over HTTP. The time and the number travel inside the payload and come back with
   * each delivery.
   */
  static ByteBuffer publication(InetSocketAddress server, String key, long sequence, long at) {
    String data = message(sequence, at).replace("\"", "\\\"");
    String body = "{\"stream\":\"" + STREAM + "\",\"data\":\"" + data + "\"}";
    return ascii(
        "POST /_broadcast HTTP/1.1\r\n"
            + host(server)
            + "Authorization: Bearer "
            + key
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  static String message(long sequence, long at) {
    return "{\"at\":" + at + ",\"seq\":" + sequence + ",\"text\":\"" + "x".repeat(40) + "\"}";
  }

  /** A pong that answers any ping; the mask is zero, which leaves the payload as it is. */
  static ByteBuffer pong(ByteBuffer payload) {
    ByteBuffer frame = ByteBuffer.allocate(6 + payload.remaining());
    return frame
        .put((byte) 0x8A)
        .put((byte) (MASK_BIT | payload.remaining()))
        .putInt(0)
        .put(payload)
        .flip();
  }

  private static ByteBuffer maskedText(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    if (payload.length > 125) {
      throw new IllegalArgumentException("Too long for a short frame: " + text);
    }
    return ByteBuffer.allocate(6 + payload.length)
        .put((byte) 0x81)
        .put((byte) (MASK_BIT | payload.length))
        .putInt(0)
        .put(payload)
        .flip();
  }

  private static String host(InetSocketAddress server) {
    return "Host: " + server.getHostString() + ":" + server.getPort() + "\r\n";
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
