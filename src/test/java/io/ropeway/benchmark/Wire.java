package io.ropeway.benchmark;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that the client sends and both sides know: the upgrade, the commands, a publication. */
final class Wire {
  /** What everybody subscribes to, as it goes over the wire inside a JSON string. */
  static final String IDENTIFIER = "{\\\"channel\\\":\\\"BenchmarkChannel\\\"}";

  static final String STREAM = "all";

  /** Streams of the benchmark whose names go on so are durable. */
  static final String DURABLE_PREFIX = "-durable-";

  private static final int MASK_BIT = 0x80;
  private static final int SHORT = 125;

  private Wire() {}

  static ByteBuffer upgrade(InetSocketAddress server) {
    return upgrade(server, "/cable", "actioncable-v1-json");
  }

  static ByteBuffer upgrade(InetSocketAddress server, String path, String subprotocol) {
    return ascii(
        "GET "
            + path
            + " HTTP/1.1\r\n"
            + host(server)
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Protocol: "
            + subprotocol
            + "\r\n\r\n");
  }

  static ByteBuffer subscribe() {
    return maskedText("{\"command\":\"subscribe\",\"identifier\":\"" + IDENTIFIER + "\"}");
  }

  /**
   * A publication over HTTP. The time and the number travel inside the payload and come back with
   * each delivery.
   */
  static ByteBuffer publication(InetSocketAddress server, String key, long sequence, long at) {
    String data = escaped(message(sequence, at));
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

  /** JSON as it stands inside a JSON string. */
  static String escaped(String json) {
    return json.replace("\\", "\\\\").replace("\"", "\\\"");
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

  /** A text frame of up to 64 KiB; the mask is zero. */
  static ByteBuffer maskedText(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) 0x81);
    if (payload.length <= SHORT) {
      frame.put((byte) (MASK_BIT | payload.length));
    } else {
      frame.put((byte) (MASK_BIT | SHORT + 1)).putShort((short) payload.length);
    }
    return frame.putInt(0).put(payload).flip();
  }

  private static String host(InetSocketAddress server) {
    return "Host: " + server.getHostString() + ":" + server.getPort() + "\r\n";
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
