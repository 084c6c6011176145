package io.ropeway.ledger;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBus;
import io.ropeway.broadcast.ThisNode;
import io.ropeway.config.ReplaySettings;
import io.ropeway.config.TestSettings;
import io.ropeway.session.ManualTime;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.SharedTime;
import io.ropeway.session.TestRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;

/** The ledger of a node, wired by hand; it works on the thread that asks. */
public final class TestLedger {

  public final Receipts receipts = new Receipts();
  public final Claims claims = new Claims();
  public final ReceiptBooks books = new ReceiptBooks();
  public final RestorableSessions restorable = new RestorableSessions();
  public final Examinations examinations = new Examinations();
  public final TestReceiptStore receiptStore;
  public final TestSessionStore sessionStore;
  public final ThisNode node = new ThisNode();
  private final Thread thread = new Thread();
  private volatile boolean dead;

  /** Tasks run one after another, on whose thread ever there is time. */
  private static final class Thread extends LedgerThread {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable task) {
      synchronized (this) {
        waiting.add(task);
        if (running) {
          return;
        }
        running = true;
      }
      for (Runnable next = next(); next != null; next = next()) {
        next.run();
      }
    }

    private synchronized Runnable next() {
      Runnable next = waiting.poll();
      running = next != null;
      return next;
    }
  }

  /** A ledger of a node that is alone. */
  public TestLedger(ManualTime time, SessionRegistry sessions, String... settings) {
    this(time, sessions, message -> {}, new TestReceiptStore(), new TestSessionStore(), settings);
  }

  /** A ledger of one of several nodes. */
  public TestLedger(
      ManualTime time,
      SessionRegistry sessions,
      ClusterBus bus,
      TestReceiptStore receiptStore,
      TestSessionStore sessionStore,
      String... changes) {
    this.receiptStore = receiptStore;
    this.sessionStore = sessionStore;
    ReplaySettings settings = TestSettings.of(ReplaySettings.class, changes);
    ClusterBus living =
        message -> {
          if (!dead) {
            bus.send(message);
          }
        };
    receipts.thread = thread;
    receipts.store = receiptStore;
    receipts.timers = time.wheel();
    receipts.node = node;
    receipts.settings = settings;
    receipts.start();
    Clock ticking = new Clock() { // each receipt is younger than the one before
          private Instant now = Instant.parse("2026-01-01T00:00:00Z");

          @Override
          public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    SharedTime shared = TestRegistry.time(ticking);
    examinations.sessions = sessions;
    examinations.timers = time.wheel();
    examinations.bus = living;
    examinations.receipts = receipts;
    Verdicts verdicts = new Verdicts();
    verdicts.store = receiptStore;
    verdicts.sessions = sessions;
    verdicts.examinations = examinations;
    claims.thread = thread;
    claims.store = receiptStore;
    claims.receipts = receipts;
    claims.verdicts = verdicts;
    claims.bus = living;
    claims.node = node;
    claims.time = shared;
    claims.settings = settings;
    books.claims = claims;
    books.receipts = receipts;
    books.timers = time.wheel();
    books.settings = settings;
    restorable.thread = thread;
    restorable.store = sessionStore;
    restorable.sessions = sessions;
    restorable.bus = living;
    restorable.node = node;
    restorable.timers = time.wheel();
    restorable.settings = settings;
    restorable.start();
  }

  /** What another node tells. */
  public void receive(BusMessage message) {
    if (message instanceof BusMessage.Suspected suspected) {
      examinations.suspected(suspected);
    } else if (message instanceof BusMessage.Examined examined) {
      examinations.examined(examined);
    }
  }

  boolean isDead() {
    return dead;
  }

  /** The node neither hears nor says anything more. */
  public void die() {
    dead = true;
  }
}
