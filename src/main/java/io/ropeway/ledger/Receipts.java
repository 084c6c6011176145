package io.ropeway.ledger;

import io.ropeway.broadcast.ThisNode;
import io.ropeway.config.ReplaySettings;
import io.ropeway.protocol.StreamPosition;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The receipts of this node, and their rows.
 *
 * <p>For dialects in which clients acknowledge by themselves: open a receipt through {@link Claims}
 * under a key of the dialect's own, {@link #acknowledge} what the client has confirmed, and tell
 * here how it ended. A client that comes back with the same key is given what was acknowledged,
 * once, on this node or another, also after a restart.
 *
 * <p>Positions are written behind with each {@linkplain #HEARTBEAT heartbeat}, new receipts and
 * broken ones at once. While the database is away they wait in memory. Safe for all threads.
 */
@ApplicationScoped
public class Receipts {

  /** How often what changed is written, and this node says that it is alive. */
  static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private static final int HEARTBEATS_A_SWEEP = 20;
  private static final System.Logger LOGGER = System.getLogger(Receipts.class.getName());

  @Inject LedgerThread thread;
  @Inject ReceiptStore store;
  @Inject TimerWheel timers;
  @Inject ThisNode node;
  @Inject ReplaySettings settings;

  private final ConcurrentMap<String, List<Receipt>> byKey = new ConcurrentHashMap<>();
  private final AtomicBoolean beating = new AtomicBoolean();
  private WriteBehind<Receipt> changed;
  private WriteBehind<Receipt> gone;
  private int beats;
  private boolean seen;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public Receipts() {}

  /** Has this bean made while the application starts. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    changed = new WriteBehind<>(thread, this::save);
    gone = new WriteBehind<>(thread, receipts -> store.delete(rows(receipts)));
    timers.every(HEARTBEAT, HEARTBEAT, this::beat);
  }

  private void beat() {
    if (beating.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            beating.set(false);
            writeAll();
          });
    }
  }

  private void writeAll() {
    try {
      store.beat(node.incarnation());
      seen = true;
      if (++beats % HEARTBEATS_A_SWEEP == 0) {
        store.sweep(settings.window());
      }
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "The ledger cannot be written just now", e);
    }
    changed.flush();
    gone.flush();
  }

  private void save(List<Receipt> batch) {
    List<ReceiptRow> fresh = new ArrayList<>();
    List<ReceiptRow> known = new ArrayList<>();
    List<Receipt> all = new ArrayList<>();
    for (Receipt receipt : batch) {
      Receipt.State state = receipt.state();
      if (state == Receipt.State.OPEN || state == Receipt.State.BROKEN) {
        (receipt.isStored() ? known : fresh).add(receipt.row());
        all.add(receipt);
      }
    }
    if (!fresh.isEmpty()) {
      beSeen();
      store.insert(node.incarnation(), fresh);
      all.forEach(Receipt::stored);
    }
    Set<Long> lost = known.isEmpty() ? Set.of() : store.update(node.incarnation(), known);
    for (Receipt receipt : all) {
      if (lost.contains(receipt.id())) {
        forget(receipt, Receipt.State.CLAIMED);
      }
    }
  }

  /** Sees to it that no row is this node's before the node is known; on the ledger's thread. */
  void beSeen() {
    if (!seen) {
      store.beat(node.incarnation());
      seen = true;
    }
  }

  private static List<ReceiptRow> rows(List<Receipt> receipts) {
    return receipts.stream().filter(Receipt::isStored).map(Receipt::row).toList();
  }

  /** Takes in a receipt; on the ledger's thread. */
  void add(Receipt receipt) {
    byKey.compute(
        receipt.key(),
        (key, before) -> {
          List<Receipt> after = before == null ? new ArrayList<>(1) : new ArrayList<>(before);
          after.add(receipt);
          return after;
        });
    changed.soon(receipt);
  }

  /** The receipts of a key that this node has. */
  List<Receipt> find(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** The client has everything of a stream up to a position; older ones change nothing. */
  public void acknowledge(Receipt receipt, StreamPosition position) {
    if (receipt.acknowledge(position)) {
      changed.later(receipt);
    }
  }

  /** Everything of a stream up to a position was sent, and may or may not have arrived. */
  public void sent(Receipt receipt, StreamPosition position) {
    if (receipt.sent(position)) {
      changed.later(receipt);
    }
  }

  /** The client left on purpose, or may not come back: there is nothing to claim. */
  public void close(Receipt receipt) {
    forget(receipt, Receipt.State.CLOSED);
  }

  /** The socket has broken: whoever comes back with the same key claims it, for a while. */
  public void leave(Receipt receipt) {
    if (receipt.become(Receipt.State.BROKEN, Receipt.State.OPEN)) {
      changed.soon(receipt);
      timers.after(settings.window(), () -> forget(receipt, Receipt.State.CLOSED));
    }
  }

  /** Another has taken its place, or it is of no use any more. */
  void forget(Receipt receipt, Receipt.State end) {
    if (!receipt.become(end, Receipt.State.OPEN, Receipt.State.BROKEN)) {
      return;
    }
    remove(receipt);
    if (end == Receipt.State.CLOSED) {
      gone.soon(receipt);
    }
  }

  /** Takes a claimed one out. */
  void remove(Receipt receipt) {
    byKey.computeIfPresent(
        receipt.key(),
        (key, before) -> {
          List<Receipt> after = new ArrayList<>(before);
          after.remove(receipt);
          return after.isEmpty() ? null : after;
        });
  }

  /** Has the row of one removed that was claimed without it. */
  void removeRow(Receipt receipt) {
    gone.soon(receipt);
  }

  /** How many receipts this node has. */
  public int size() {
    return byKey.values().stream().mapToInt(List::size).sum();
  }

  /** Has what broke written, and then something done; on the ledger's thread. */
  void afterWriting(Runnable action) {
    thread.execute(
        () -> {
          changed.flush();
          action.run();
        });
  }
}
