package io.ropeway.room;

import io.ropeway.session.ClientSession;

/**
 * One subscription of one session, as fan-out sees it. Compared by identity.
 *
 * <p>The identifier is the client's own text, echoed byte for byte with every event.
 */
public final class Subscriber {

  private final ClientSession session;
  private final String identifier;
  private final Runnable onEvicted;

  /**
   * @param onEvicted ends the subscription when the right to follow has ended; returns at once
   */
  public Subscriber(ClientSession session, String identifier, Runnable onEvicted) {
    this.session = session;
    this.identifier = identifier;
    this.onEvicted = onEvicted;
  }

  public ClientSession session() {
    return session;
  }

  public String identifier() {
    return identifier;
  }

  /** Ends the whole subscription, since its right to follow has ended. */
  public void evict() {
    onEvicted.run();
  }
}
