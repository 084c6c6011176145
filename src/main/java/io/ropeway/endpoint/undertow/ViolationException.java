package io.ropeway.endpoint.undertow;

/**
 * The client broke the WebSocket protocol; the connection fails with a close code (RFC 6455,
 * 7.4.1). Carries no stack trace: what a client sends must stay cheap to refuse.
 */
final class ViolationException extends Exception {
  private final int closeCode;

  private ViolationException(int closeCode, String reason) {
    super(reason, null, false, false);
    this.closeCode = closeCode;
  }

  /** 1002: the frame itself is wrong. */
  static ViolationException protocolError(String reason) {
    return new ViolationException(1002, reason);
  }

  /** 1007: a text is not UTF-8. */
  static ViolationException invalidText() {
    return new ViolationException(1007, "Text is not UTF-8");
  }

  /** 1009: the message is longer than this server reads. */
  static ViolationException tooBig(int limit) {
    return new ViolationException(1009, "Message is longer than " + limit + " bytes");
  }

  int closeCode() {
    return closeCode;
  }

  /** Safe to send to the client, at most 123 bytes. */
  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
