package io.ropeway.endpoint.undertow;

import org.jspecify.annotations.Nullable;

/** What a frame carries (RFC 6455, 5.2). */
enum Opcode {
  CONTINUATION(0x0),
  TEXT(0x1),
  BINARY(0x2),
  CLOSE(0x8),
  PING(0x9),
  PONG(0xA);

  private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[16];

  static {
    for (Opcode opcode : values()) {
      BY_CODE[opcode.code] = opcode;
    }
  }

  private final int code;

  Opcode(int code) {
    this.code = code;
  }

  /** The opcode in the low four bits of a frame's first byte; null for the reserved ones. */
  static @Nullable Opcode of(int firstByte) {
    return BY_CODE[firstByte & 0x0F];
  }

  int code() {
    return code;
  }

  boolean isControl() {
    return code >= 0x8;
  }
}
