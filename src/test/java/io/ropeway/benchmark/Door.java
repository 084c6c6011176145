package io.ropeway.benchmark;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Where a client of the extended protocol connects, and as whom.
 *
 * @param token empty for nobody
 */
record Door(InetSocketAddress server, String token) {

  ByteBuffer upgrade() {
    String path = token.isEmpty() ? "/cable" : "/cable?token=" + token;
    return Wire.upgrade(server, path, "actioncable-v1-ext-json");
  }
}
