package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The least that a Java server can do for the same clients: one thread, no rooms, no limits, no
 * JSON; one frame is built for a publication and written to every subscribed socket. What it costs
 * is what sockets cost.
 */
public final class FloorServer {
  private static final int BACKLOG = 4096;
  private static final long PING_NANOS = 3_000_000_000L;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listening = ServerSocketChannel.open();
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final Set<FloorPeer> subscribers = new LinkedHashSet<>();
  private long nextPing = System.nanoTime() + PING_NANOS;

  private FloorServer(int port) throws IOException {
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
  }

  /**
   * Serves until the process is ended.
   *
   * @param arguments the port; 0 for a free one, which is printed
   */
  public static void main(String[] arguments) throws IOException {
    FloorServer floor = new FloorServer(Integer.parseInt(arguments[0]));
    System.out.println("Listening on port " + floor.listening.socket().getLocalPort());
    floor.serve();
  }

  private void serve() throws IOException {
    while (true) {
      long left = (nextPing - System.nanoTime()) / 1_000_000;
      selector.select(this::ready, Math.max(1, left));
      if (System.nanoTime() >= nextPing) {
        nextPing += PING_NANOS;
        long second = System.currentTimeMillis() / 1000;
        toAll("{\"type\":\"ping\",\"message\":" + second + "}");
      }
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else if (key.attachment() instanceof FloorPeer peer) {
        serve(key, peer);
      }
    } catch (IOException gone) {
      forget(key);
    }
  }

  private void accept() throws IOException {
    SocketChannel channel;
    while ((channel = listening.accept()) != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new FloorPeer(channel, key));
    }
  }

  private void serve(SelectionKey key, FloorPeer peer) throws IOException {
    if (key.isWritable()) {
      peer.writeRest();
    }
    if (!key.isReadable()) {
      return;
    }
    if (!peer.read(buffer)) {
      forget(key);
      return;
    }
    if (peer.isSubscribed()) {
      subscribers.add(peer);
    }
    String publication;
    while ((publication = peer.nextPublication()) != null) {
      toAll("{\"identifier\":\"" + Wire.IDENTIFIER + "\",\"message\":" + publication + "}");
    }
  }

  private void toAll(String text) {
    ByteBuffer frame = frame(text);
    for (FloorPeer subscriber : subscribers) {
      subscriber.send(frame);
    }
  }

  private void forget(SelectionKey key) {
    if (key.attachment() instanceof FloorPeer peer) {
      subscribers.remove(peer);
    }
    try {
      key.channel().close();
    } catch (IOException ignored) {
      // It is gone either way.
    }
  }

  /** An unmasked text frame, in native memory so that no write has to copy it there. */
  static ByteBuffer frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocateDirect(4 + payload.length).put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    return frame.put(payload).flip();
  }
}
