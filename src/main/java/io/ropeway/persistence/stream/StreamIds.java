package io.ropeway.persistence.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers of streams, remembered. What is remembered may be wrong after a rollback or a
 * restored backup: whoever uses a number checks that it still belongs to the name, and has all
 * forgotten if not. May be called from any thread.
 */
final class StreamIds {

  private static final int AT_MOST = 100_000;

  private final Map<String, Long> known = new ConcurrentHashMap<>();

  /** The numbers of these streams; the heads of new ones are made in the running transaction. */
  Map<String, Long> of(Connection connection, StreamSql sql, Set<String> names)
      throws SQLException {
    Map<String, Long> ids = new HashMap<>();
    TreeSet<String> missing = new TreeSet<>();
    for (String name : names) {
      Long id = known.get(name);
      if (id == null) {
        missing.add(name);
      } else {
        ids.put(name, id);
      }
    }
    if (!missing.isEmpty()) {
      sql.byName(connection, missing).forEach((name, head) -> remember(name, head.id()));
      find(missing, known, ids);
    }
    if (!missing.isEmpty()) {
      find(missing, sql.create(connection, missing), ids);
    }
    if (!missing.isEmpty()) { // somebody else has just made them
      sql.byName(connection, missing).forEach((name, head) -> ids.put(name, head.id()));
    }
    return ids;
  }

  private static void find(TreeSet<String> missing, Map<String, Long> in, Map<String, Long> ids) {
    missing.removeIf(
        name -> {
          Long id = in.get(name);
          if (id == null) {
            return false;
          }
          ids.put(name, id);
          return true;
        });
  }

  boolean isKnown(String name) {
    return known.containsKey(name);
  }

  /** To be called with what is committed. */
  void remember(String name, long id) {
    if (known.size() >= AT_MOST) {
      known.clear();
    }
    known.put(name, id);
  }

  void forget() {
    known.clear();
  }
}
