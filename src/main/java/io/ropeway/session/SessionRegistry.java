package io.ropeway.session;

import io.ropeway.config.LimitSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** All sessions of this node. */
@ApplicationScoped
public class SessionRegistry {

  @Inject LimitSettings limits;

  private final ConcurrentMap<String, ClientSession> sessions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> perIdentity = new ConcurrentHashMap<>();
  private final Counters counters = new Counters();

  /** Whether this node takes no more connections. */
  public boolean isFull() {
    return limits.connections() > 0 && sessions.size() >= limits.connections();
  }

  /**
   * Takes in a session, unless its identity has as many connections as it may.
   *
   * @return whether it was taken in; only then {@link #remove} is due
   */
  public boolean add(ClientSession session) {
    if (!session.identity().isAnonymous() && !countUp(session.identity().key())) {
      return false;
    }
    sessions.put(session.id(), session);
    return true;
  }

  /** Lets go of a session that is gone. */
  public void remove(ClientSession session) {
    if (sessions.remove(session.id()) != null && !session.identity().isAnonymous()) {
      perIdentity.computeIfPresent(
          session.identity().key(), (key, count) -> count == 1 ? null : count - 1);
    }
  }

  /** What this node has counted of all sessions since its start. */
  public Counters counters() {
    return counters;
  }

  /** The session of an id, if it is open here. */
  public Optional<ClientSession> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** All sessions, as a live view. */
  public Collection<ClientSession> all() {
    return Collections.unmodifiableCollection(sessions.values());
  }

  /**
   * Ends every session that matches.
   *
   * @return how many matched
   */
  public int disconnect(
      Predicate<ClientSession> which, DisconnectReason reason, boolean reconnect) {
    int count = 0;
    for (ClientSession session : sessions.values()) {
      if (which.test(session)) {
        session.disconnect(reason, reconnect);
        count++;
      }
    }
    return count;
  }

  private boolean countUp(String key) {
    int max = limits.connectionsPerIdentity();
    boolean[] admitted = new boolean[1];
    perIdentity.compute(
        key,
        (ignored, count) -> {
          int open = count == null ? 0 : count;
          admitted[0] = max <= 0 || open < max;
          return admitted[0] ? Integer.valueOf(open + 1) : count;
        });
    return admitted[0];
  }
}
