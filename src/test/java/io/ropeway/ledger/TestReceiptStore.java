package io.ropeway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Receipts in memory, kept by the rules of the real ones, with a time of their own. */
public final class TestReceiptStore implements ReceiptStore {

  private record Kept(ReceiptRow row, long owner, Instant written) {}

  private final Map<Long, Kept> rows = new LinkedHashMap<>();
  private final Map<Long, Instant> nodes = new HashMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private volatile boolean away;

  /** While it is away every call fails. */
  public void away(boolean isAway) {
    away = isAway;
  }

  /** Lets its time pass. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** All rows. */
  public synchronized List<ReceiptRow> rows() {
    return rows.values().stream().map(Kept::row).toList();
  }

  private void check() {
    if (away) {
      throw new IllegalStateException("The database is away");
    }
  }

  @Override
  public synchronized void beat(long owner) {
    check();
    nodes.put(owner, now);
  }

  @Override
  public synchronized void insert(long owner, Collection<ReceiptRow> inserted) {
    check();
    for (ReceiptRow row : inserted) {
      if (rows.put(row.id(), new Kept(row, owner, now)) != null) {
        throw new IllegalStateException("There is one already");
      }
    }
  }

  @Override
  public synchronized Set<Long> update(long owner, Collection<ReceiptRow> updated) {
    check();
    Set<Long> lost = new HashSet<>();
    for (ReceiptRow row : updated) {
      if (belongs(row)) {
        rows.put(row.id(), new Kept(row, owner, now));
      } else {
        lost.add(row.id());
      }
    }
    return lost;
  }

  private boolean belongs(ReceiptRow row) {
    Kept kept = rows.get(row.id());
    return kept != null && kept.row().sessionId().equals(row.sessionId());
  }

  @Override
  public synchronized void delete(Collection<ReceiptRow> deleted) {
    check();
    deleted.stream().filter(this::belongs).forEach(row -> rows.remove(row.id()));
  }

  @Override
  public synchronized List<Found> find(Collection<String> keys, Duration window) {
    check();
    return rows.values().stream()
        .filter(kept -> keys.contains(kept.row().key()))
        .filter(kept -> aliveUntil(kept).isAfter(now.minus(window)))
        .sorted(Comparator.comparing(kept -> kept.row().since()))
        .map(
            kept ->
                new Found(
                    kept.row(), kept.owner(), nodes.getOrDefault(kept.owner(), Instant.EPOCH), now))
        .toList();
  }

  private Instant aliveUntil(Kept kept) {
    Instant node = nodes.getOrDefault(kept.owner(), Instant.EPOCH);
    return kept.row().broken() || kept.written().isAfter(node) ? kept.written() : node;
  }

  @Override
  public synchronized List<Boolean> claim(long owner, List<Taking> takings) {
    check();
    List<Boolean> taken = new ArrayList<>();
    for (Taking taking : takings) {
      boolean belongs = belongs(taking.from());
      if (belongs) {
        rows.put(taking.by().id(), new Kept(taking.by(), owner, now));
      }
      taken.add(belongs);
    }
    return taken;
  }

  @Override
  public synchronized void sweep(Duration window) {
    check();
    rows.values().removeIf(kept -> !aliveUntil(kept).isAfter(now.minus(window)));
  }
}
