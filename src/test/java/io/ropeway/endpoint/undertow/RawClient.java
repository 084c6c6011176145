package io.ropeway.endpoint.undertow;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that can do wrong: it writes what bytes it likes, when it likes. */
final class RawClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;

  RawClient(Socket socket, InetSocketAddress server) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setReceiveBufferSize(8 * 1024);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(server);
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  /** Upgrades; the further bytes leave with the request. */
  String handshake(byte... further) throws IOException {
    String request =
        "GET /cable HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    out.write(ClientFrames.joined(request.getBytes(StandardCharsets.US_ASCII), further));
    StringBuilder response = new StringBuilder();
    while (response.indexOf("\r\n\r\n") < 0) {
      response.append((char) in.readUnsignedByte());
    }
    return response.toString();
  }

  RawClient upgraded() throws IOException {
    handshake();
    return this;
  }

  void send(byte... bytes) throws IOException {
    out.write(bytes);
  }

  /** The next frame: its opcode and its payload as text; a close frame's code in front. */
  String frame() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0F;
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    String code = "";
    if (opcode == Opcode.CLOSE.code() && length >= 2) {
      code = in.readUnsignedShort() + " ";
      length -= 2;
    }
    byte[] payload = in.readNBytes(length);
    return Opcode.of(opcode) + " " + code + new String(payload, StandardCharsets.UTF_8);
  }

  /** Whether the server has ended the connection, with nothing left to read. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  /** Disappears with a reset instead of a farewell. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
