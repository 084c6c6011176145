package io.ropeway.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A socket of one who follows the desk, in the protocol of the desk's own clients. */
final class DeskClient extends CableSocket {
  private final InetSocketAddress server;
  private final String identifier;
  private final Listener listener;

  /** Is told what the socket hears. */
  interface Listener {
    void subscribed();

    /** Something was told that is neither greeting, ping nor confirmation. */
    void heard(ServerFrame frame);

    void lost(String reason);
  }

  DeskClient(
      SocketLoop loop,
      InetSocketAddress server,
      PingWatch pings,
      String identifier,
      Listener listener)
      throws IOException {
    super(loop, server, pings);
    this.server = server;
    this.identifier = identifier;
    this.listener = listener;
  }

  @Override
  ByteBuffer upgrade() {
    return Wire.upgrade(server);
  }

  @Override
  void welcomed() throws IOException {
    write(Wire.maskedText("{\"command\":\"subscribe\",\"identifier\":\"" + identifier + "\"}"));
  }

  @Override
  boolean received(ServerFrame frame) {
    if (frame.isRefusal() || frame.isClose()) {
      return false;
    }
    if (frame.isConfirmation()) {
      listener.subscribed();
    } else {
      listener.heard(frame);
    }
    return true;
  }

  @Override
  void lost(String reason) {
    listener.lost(reason);
  }
}
