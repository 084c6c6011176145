package io.ropeway.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sessions in memory, whose time is never over. */
public final class TestSessionStore implements SessionStore {

  private final Map<String, SessionRow> rows = new LinkedHashMap<>();
  private volatile boolean away;

  /** While it is away every call fails. */
  public void away(boolean isAway) {
    away = isAway;
  }

  /** All rows. */
  public synchronized List<SessionRow> rows() {
    return List.copyOf(rows.values());
  }

  private void check() {
    if (away) {
      throw new IllegalStateException("The database is away");
    }
  }

  @Override
  public synchronized void insert(long owner, Collection<SessionRow> inserted) {
    check();
    inserted.forEach(row -> rows.put(row.id(), row));
  }

  @Override
  public synchronized Set<String> update(long owner, Collection<SessionRow> updated) {
    check();
    Set<String> gone = new HashSet<>();
    for (SessionRow row : updated) {
      if (rows.replace(row.id(), row) == null) {
        gone.add(row.id());
      }
    }
    return gone;
  }

  @Override
  public synchronized Optional<List<String>> take(
      String id, String identityKey, Duration lifetime) {
    check();
    SessionRow row = rows.get(id);
    if (row == null || !row.identityKey().equals(identityKey)) {
      return Optional.empty();
    }
    rows.remove(id);
    return Optional.of(row.identifiers());
  }

  @Override
  public synchronized void delete(Collection<String> ids) {
    check();
    rows.keySet().removeAll(ids);
  }

  @Override
  public void sweep(Duration lifetime) {
    check();
  }
}
