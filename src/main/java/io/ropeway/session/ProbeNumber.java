package io.ropeway.session;

import java.nio.ByteBuffer;

/** The number of a WebSocket ping as its payload: four bytes, the highest first. */
public final class ProbeNumber {

  /** That of a pong which answers no ping of ours. */
  public static final int NONE = -1;

  private ProbeNumber() {}

  /** The payload that carries a number. */
  public static byte[] payload(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  /** The number that a pong's payload carries, or {@link #NONE}. */
  public static int of(ByteBuffer payload) {
    return payload.remaining() == Integer.BYTES ? payload.getInt(payload.position()) : NONE;
  }
}
