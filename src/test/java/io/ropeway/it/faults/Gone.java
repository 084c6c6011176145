package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** That a process is really gone, and nobody else has taken its place. */
final class Gone {

  private static final int PATIENCE_MILLIS = 2_000;

  private Gone() {}

  /** Asserts that there is no process of this id and that the port is refused. */
  static void isGone(long pid, int port) {
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
        .as("process %d", pid)
        .isEmpty();
    assertThatThrownBy(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
              }
            })
        .as("a connection to port %d", port)
        .isInstanceOf(ConnectException.class);
  }
}
