package io.ropeway.ledger;

import io.ropeway.broadcast.Follow;
import io.ropeway.broadcast.StreamHead;
import io.ropeway.protocol.StreamPosition;
import io.ropeway.session.ClientSession;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how far the streams of one session that states no positions have reached its client.
 *
 * <p>When durable events were sent it notes how far, and sends a ping behind them, at most one in
 * three seconds; the pong proves that they have arrived. Safe for all threads.
 */
public final class ReceiptBook {

  /** How often it looks whether something was sent. */
  static final Duration TICK = Duration.ofSeconds(1);

  /** Ticks from one ping to the next at least. */
  static final int TICKS_A_PING = 3;

  /** One subscription's place in the book. */
  private static final class Entry {
    final Supplier<? extends Collection<Follow>> follows;
    @Nullable Receipt receipt;
    boolean over;
    boolean forGood;

    Entry(Supplier<? extends Collection<Follow>> follows) {
      this.follows = follows;
    }
  }

  private final ClientSession session;
  private final Executor commands;
  private final Claims claims;
  private final Receipts receipts;
  private final TimerWheel timers;

  // Guarded by this.
  private final Map<String, Entry> entries = new HashMap<>(2);
  private final Map<String, Long> pinged = new HashMap<>(2);
  private @Nullable Timeout timer;
  private int ticksSincePing = TICKS_A_PING;
  private boolean closed;

  ReceiptBook(
      ClientSession session,
      Executor commands,
      Claims claims,
      Receipts receipts,
      TimerWheel timers) {
    this.session = session;
    this.commands = commands;
    this.claims = claims;
    this.receipts = receipts;
    this.timers = timers;
  }

  /**
   * Opens the receipt of a subscription, and finds what an earlier socket has left for it.
   *
   * @param follows the durable streams that it follows, each with its start known
   * @param then is told how far streams had reached the client before; on any thread
   */
  public void open(
      String identifier,
      Supplier<? extends Collection<Follow>> follows,
      Consumer<List<Reach>> then) {
    Entry entry = new Entry(follows);
    if (!enter(identifier, entry)) {
      then.accept(List.of()); // the connection's other commands wait for this, its end among them
      return;
    }
    claims.open(
        ClaimKey.of(session, identifier),
        session,
        starts(follows.get()),
        (receipt, earlier) -> {
          opened(entry, receipt);
          then.accept(earlier);
        });
  }

  /** False if the connection is gone, and nothing is noted any more. */
  private synchronized boolean enter(String identifier, Entry entry) {
    if (closed) {
      return false;
    }
    entries.put(identifier, entry);
    if (timer == null) {
      Duration first = Duration.ofMillis(ThreadLocalRandom.current().nextLong(TICK.toMillis()) + 1);
      timer = timers.every(first, TICK, this::tick);
    }
    return true;
  }

  private static List<Reach> starts(Collection<Follow> follows) {
    List<Reach> starts = new ArrayList<>(follows.size());
    for (Follow follow : follows) {
      StreamPosition start = startOf(follow);
      if (start != null) {
        starts.add(Reach.at(start));
      }
    }
    return starts;
  }

  private static @Nullable StreamPosition startOf(Follow follow) {
    StreamHead start = follow.start();
    return start == null
        ? null
        : new StreamPosition(follow.stream(), start.epoch(), start.offset());
  }

  private void opened(Entry entry, Receipt receipt) {
    synchronized (this) {
      entry.receipt = receipt;
      if (!entry.over) {
        return;
      }
    }
    end(receipt, entry.forGood);
  }

  /** The client wants nothing more of a subscription, or may have nothing. */
  public void close(String identifier) {
    Entry entry;
    synchronized (this) {
      entry = entries.remove(identifier);
    }
    if (entry != null) {
      end(entry, true);
    }
  }

  /**
   * The connection is gone.
   *
   * @param forGood whether it was left on purpose
   */
  public void closeAll(boolean forGood) {
    List<Entry> all;
    synchronized (this) {
      closed = true;
      if (timer != null) {
        timer.cancel();
      }
      all = List.copyOf(entries.values());
      entries.clear();
    }
    if (!forGood) {
      all.forEach(this::look);
    }
    all.forEach(entry -> end(entry, forGood));
  }

  private void end(Entry entry, boolean forGood) {
    Receipt receipt;
    synchronized (this) {
      entry.over = true;
      entry.forGood = forGood;
      receipt = entry.receipt;
    }
    if (receipt != null) {
      end(receipt, forGood);
    }
  }

  private void end(Receipt receipt, boolean forGood) {
    if (forGood) {
      receipts.close(receipt);
    } else {
      receipts.leave(receipt);
    }
  }

  /**
   * Looks how far streams were sent, and has it proved if that is further than at the last ping.
   */
  void tick() {
    if (session.isEnding()) {
      return;
    }
    List<Entry> all;
    synchronized (this) {
      ticksSincePing++;
      if (ticksSincePing < TICKS_A_PING) {
        return;
      }
      all = List.copyOf(entries.values());
    }
    Map<Receipt, List<StreamPosition>> sent = new HashMap<>();
    boolean further = false;
    for (Entry entry : all) {
      List<StreamPosition> positions = look(entry);
      Receipt receipt = entry.receipt;
      if (receipt != null && !positions.isEmpty()) {
        sent.put(receipt, positions);
        further |= notePinged(receipt, positions);
      }
    }
    if (further) {
      synchronized (this) {
        ticksSincePing = 0;
      }
      // Behind what callbacks were told and have not made anything of yet.
      commands.execute(() -> session.prove(() -> proved(sent)));
    }
  }

  private synchronized boolean notePinged(Receipt receipt, List<StreamPosition> positions) {
    boolean further = false;
    for (StreamPosition position : positions) {
      String place = receipt.id() + " " + position.epoch() + " " + position.stream();
      Long before = pinged.put(place, position.offset());
      further |= before == null ? receipt.isBehind(position) : before < position.offset();
    }
    return further;
  }

  /** Notes how far the streams of a subscription were sent. */
  private List<StreamPosition> look(Entry entry) {
    Receipt receipt = entry.receipt;
    if (receipt == null) {
      return List.of();
    }
    List<StreamPosition> positions = new ArrayList<>(1);
    Set<String> streams = new HashSet<>();
    for (Follow follow : entry.follows.get()) {
      streams.add(follow.stream());
      StreamPosition told = follow.told();
      if (told == null) {
        continue;
      }
      StreamPosition start = startOf(follow);
      if (start != null && !receipt.knows(follow.stream())) {
        receipts.acknowledge(receipt, start);
      }
      receipts.sent(receipt, told);
      positions.add(told);
    }
    receipt.retain(streams);
    return positions;
  }

  private void proved(Map<Receipt, List<StreamPosition>> sent) {
    sent.forEach(
        (receipt, positions) ->
            positions.forEach(position -> receipts.acknowledge(receipt, position)));
  }
}
