package io.ropeway.ledger;

import io.ropeway.protocol.StreamPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the streams of one subscription have reached its client, as far as that is known. It is
 * open while the client's socket is, and can be claimed when that has broken. Safe for all threads.
 */
public final class Receipt {

  /** What may be done with it. */
  enum State {
    OPEN,
    BROKEN,
    CLAIMED,
    CLOSED
  }

  private final long id;
  private final String key;
  private final String sessionId;
  private final Instant since;

  // Guarded by this.
  private final Map<String, Reach> reaches = new LinkedHashMap<>(2);
  private State state = State.OPEN;

  /** Whether there is a row of it; the ledger's thread alone uses it. */
  private boolean stored;

  Receipt(
      long id,
      String key,
      String sessionId,
      Instant since,
      Collection<Reach> reaches,
      boolean stored) {
    this.id = id;
    this.key = key;
    this.sessionId = sessionId;
    this.since = since;
    this.stored = stored;
    reaches.forEach(reach -> this.reaches.put(reach.stream(), reach));
  }

  long id() {
    return id;
  }

  String key() {
    return key;
  }

  String sessionId() {
    return sessionId;
  }

  Instant since() {
    return since;
  }

  boolean isStored() {
    return stored;
  }

  void stored() {
    stored = true;
  }

  /** How far streams have reached the client. */
  public synchronized List<Reach> reaches() {
    return new ArrayList<>(reaches.values());
  }

  /** Everything up to a position was sent; of a stream of which something is known. */
  synchronized boolean sent(StreamPosition position) {
    Reach before = reaches.get(position.stream());
    Reach after = before == null ? null : before.sentTo(position);
    if (after == null || after.equals(before)) {
      return false;
    }
    reaches.put(position.stream(), after);
    return true;
  }

  /** Whether it is not proved that everything up to a position has arrived. */
  synchronized boolean isBehind(StreamPosition position) {
    Reach reach = reaches.get(position.stream());
    return reach == null
        || !reach.epoch().equals(position.epoch())
        || reach.proved() < position.offset();
  }

  synchronized boolean knows(String stream) {
    return reaches.containsKey(stream);
  }

  /** Everything up to a position has arrived; older and repeated ones change nothing. */
  synchronized boolean acknowledge(StreamPosition position) {
    Reach before = reaches.get(position.stream());
    Reach after = before == null ? Reach.at(position) : before.provedTo(position);
    reaches.put(position.stream(), after);
    return !after.equals(before);
  }

  /** Forgets streams that are not followed any more. */
  synchronized void retain(Set<String> streams) {
    reaches.keySet().retainAll(streams);
  }

  synchronized State state() {
    return state;
  }

  /** Changes the state, if it is what it must be for that. */
  synchronized boolean become(State next, State... from) {
    if (!List.of(from).contains(state)) {
      return false;
    }
    state = next;
    return true;
  }

  synchronized ReceiptRow row() {
    return new ReceiptRow(
        id, key, sessionId, since, state == State.BROKEN, List.copyOf(reaches.values()));
  }
}
