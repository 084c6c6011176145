package io.ropeway.benchmark;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A server to measure.
 *
 * @param port where it listens, on the loopback address
 * @param pid its process
 */
record Target(int port, long pid) {
  /** The broadcast key of the conformance profile; the floor server asks for none. */
  static final String BROADCAST_KEY = "demo";

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
