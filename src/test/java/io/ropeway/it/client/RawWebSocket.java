package io.ropeway.it.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A WebSocket by hand on a plain socket, for what no proper client does: odd bytes, bytes one by
 * one, no reading, no goodbye.
 */
public final class RawWebSocket implements AutoCloseable {

  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private String statusLine = "";

  /** A frame from the server. */
  public record Received(int opcode, byte[] payload) {

    public String text() {
      return new String(payload, UTF_8);
    }

    public boolean isClose() {
      return opcode == CLOSE;
    }

    /** The code of a close frame. */
    public int closeCode() {
      return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }
  }

  private RawWebSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** Connects a socket and sends nothing. */
  public static RawWebSocket connect(URI server, int receiveBuffer) {
    try {
      Socket socket = new Socket();
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) CableClient.PATIENCE.toMillis());
      return new RawWebSocket(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects and shakes hands; the server must agree. */
  public static RawWebSocket open(URI server) {
    return open(server, "/cable", 0);
  }

  /** As {@link #open(URI)}, with a receive buffer of some bytes, for a client that never reads. */
  public static RawWebSocket open(URI server, String path, int receiveBuffer) {
    RawWebSocket client = connect(server, receiveBuffer);
    client.write(handshake(server, path).getBytes(ISO_8859_1));
    assertThat(client.readResponse()).startsWith("HTTP/1.1 101");
    return client;
  }

  /** The request of a proper handshake, with more header lines if wanted. */
  public static String handshake(URI server, String path, String... moreLines) {
    StringBuilder request =
        new StringBuilder("GET " + path + " HTTP/1.1\r\n")
            .append("Host: ")
            .append(server.getAuthority())
            .append("\r\n")
            .append("Upgrade: websocket\r\nConnection: Upgrade\r\n")
            .append("Sec-WebSocket-Version: 13\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    for (String line : moreLines) {
      request.append(line).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  public RawWebSocket write(byte... bytes) {
    try {
      out.write(bytes);
      out.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes each byte in a packet of its own. */
  public RawWebSocket writeByteByByte(byte... bytes) {
    for (byte one : bytes) {
      write(one);
    }
    return this;
  }

  public RawWebSocket text(String text) {
    return write(RawFrames.text(text));
  }

  /** Reads the head of the HTTP response, and returns its status line. */
  public String readResponse() {
    try {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(in.readByte());
      }
      statusLine = head.toString(ISO_8859_1).lines().findFirst().orElse("");
      return head.toString(ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException("after " + statusLine, e);
    }
  }

  /** The next frame but pings; those of the WebSocket are answered. */
  public Received read() {
    while (true) {
      Received frame = readAny();
      if (frame.opcode() == PING) {
        write(RawFrames.pong(frame.payload()));
      } else if (!frame.text().startsWith("{\"type\":\"ping\"")) {
        return frame;
      }
    }
  }

  /** The next frame of any kind. */
  public Received readAny() {
    try {
      int opcode = in.readByte() & 0x0F;
      int shortLength = in.readByte() & 0x7F;
      long length =
          shortLength == 127
              ? in.readLong()
              : shortLength == 126 ? in.readUnsignedShort() : shortLength;
      byte[] payload = new byte[Math.toIntExact(length)];
      in.readFully(payload);
      return new Received(opcode, payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All texts until the close frame, and then its code; 1006 if there was none. */
  public int readUntilClose(List<String> texts) {
    try {
      while (true) {
        Received frame = read();
        if (frame.isClose()) {
          return frame.closeCode();
        }
        if (frame.opcode() == TEXT) {
          texts.add(frame.text());
        }
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof EOFException || e.getCause() instanceof SocketException) {
        return 1006;
      }
      throw e;
    }
  }

  /** The close code, whatever came before it. */
  public int closeCode() {
    return readUntilClose(new ArrayList<>());
  }

  /** Whether the server ends the TCP connection within five seconds, whatever comes before. */
  public boolean isDropped() {
    try {
      while (in.read() >= 0) {
        // Whatever is still under way.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** How long reads wait. */
  public RawWebSocket patience(int millis) {
    try {
      socket.setSoTimeout(millis);
      return this;
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the TCP connection without a close frame. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the TCP connection by a reset, as a crashed machine's neighbour would see it. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
