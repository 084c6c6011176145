package io.ropeway.broadcast;

/**
 * What an entry of a stream's log is. Anything but {@link #DATA} tells the nodes something at its
 * place in the order and is never sent to a client.
 */
public enum EventKind {
  /** For the followers. */
  DATA(0),
  /** An identity's right to follow the stream has ended; the payload is the identity's key. */
  EVICTION(1),
  /** All connections with these identifiers are to be closed; the payload is a JSON object. */
  REMOTE_DISCONNECT(2),
  /** A credential is no longer valid; the payload is its id. */
  CREDENTIAL_END(3),
  /** Texts of earlier entries were erased: what memory holds of the stream is to be forgotten. */
  REDACTION(4);

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  /** How it is stored and sent between nodes; never changes. */
  public int code() {
    return code;
  }

  /** The kind of a code. */
  public static EventKind of(int code) {
    for (EventKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of event has the code " + code);
  }
}
