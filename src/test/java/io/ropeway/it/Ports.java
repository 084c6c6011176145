package io.ropeway.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds offsets at which a server's ports are free. */
final class Ports {

  static final int HTTP = 8080;

  /** Of a broker that is embedded in a server and open to others. */
  static final int BROKER = 5445;

  private static final int[] USED = {HTTP, BROKER, 8443, 9990, 3528, 4712, 4713, 8009};
  private static final int STEP = 17;
  private static final int LAST = 20_000; // below the ports that clients are given
  private static final AtomicInteger NEXT =
      new AtomicInteger(1_000 + (int) (ProcessHandle.current().pid() % 500) * STEP);

  private Ports() {}

  /** An offset for all ports of one server. */
  static int freeOffset() {
    for (int offset = NEXT.addAndGet(STEP); offset < LAST; offset = NEXT.addAndGet(STEP)) {
      if (areFree(offset)) {
        return offset;
      }
    }
    throw new IllegalStateException("No free ports");
  }

  private static boolean areFree(int offset) {
    for (int port : USED) {
      try (ServerSocket socket =
          new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
        socket.getLocalPort();
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
