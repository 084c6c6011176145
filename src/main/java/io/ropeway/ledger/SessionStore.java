package io.ropeway.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions that can be restored, in the database. Every method blocks for the database and works
 * outside of transactions; one that is away is told by a {@link RuntimeException}. A session's time
 * runs from when its row was written last or, while its socket is open, from when its node was seen
 * alive last.
 */
public interface SessionStore {

  /** Stores sessions for the first time. */
  void insert(long owner, Collection<SessionRow> rows);

  /** Stores what has changed. Returns the ids of those that are gone: others have taken them. */
  Set<String> update(long owner, Collection<SessionRow> rows);

  /**
   * Takes a session out, for one client that restores it.
   *
   * @return what it was subscribed to; empty if there is none of this id and identity, its time is
   *     over, or somebody else was faster
   */
  Optional<List<String>> take(String id, String identityKey, Duration lifetime);

  /** Removes sessions. */
  void delete(Collection<String> ids);

  /** Removes those whose time is over. */
  void sweep(Duration lifetime);
}
