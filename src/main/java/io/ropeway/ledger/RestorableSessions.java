package io.ropeway.ledger;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBus;
import io.ropeway.broadcast.ThisNode;
import io.ropeway.config.ReplaySettings;
import io.ropeway.session.ClientSession;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What sessions of the extended protocol are subscribed to, so that a client that comes back with
 * the id of its last one need not subscribe again: on this node or another, also after a restart.
 * Written behind at once. Safe for all threads.
 */
@ApplicationScoped
public class RestorableSessions {

  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final System.Logger LOGGER = System.getLogger(RestorableSessions.class.getName());

  @Inject LedgerThread thread;
  @Inject SessionStore store;
  @Inject SessionRegistry sessions;
  @Inject ClusterBus bus;
  @Inject ThisNode node;
  @Inject TimerWheel timers;
  @Inject ReplaySettings settings;

  private final ConcurrentMap<String, Kept> kept = new ConcurrentHashMap<>();
  private WriteBehind<Kept> changed;
  private WriteBehind<String> gone;

  @SuppressWarnings("NullAway.Init") // the container calls start() before any use
  public RestorableSessions() {}

  /** A session of this node; the flag about its row is for the ledger's thread alone. */
  private static final class Kept {
    final String id;
    final String identityKey;
    volatile List<String> identifiers = List.of();
    volatile boolean open = true;
    boolean stored;

    Kept(String id, String identityKey) {
      this.id = id;
      this.identityKey = identityKey;
    }

    SessionRow row() {
      return new SessionRow(id, identityKey, identifiers, open);
    }
  }

  @PostConstruct
  void start() {
    changed = new WriteBehind<>(thread, this::save);
    gone = new WriteBehind<>(thread, ids -> store.delete(ids));
    timers.every(SWEEP, SWEEP, () -> thread.execute(this::sweep));
    timers.every(
        Receipts.HEARTBEAT,
        Receipts.HEARTBEAT,
        () -> {
          changed.flushSoon();
          gone.flushSoon();
        });
  }

  private void sweep() {
    try {
      store.sweep(settings.sessionLifetime());
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "The ledger cannot be swept just now", e);
    }
  }

  private void save(List<Kept> batch) {
    List<SessionRow> fresh = new ArrayList<>();
    List<SessionRow> known = new ArrayList<>();
    for (Kept one : batch) {
      if (kept.get(one.id) == one) {
        (one.stored ? known : fresh).add(one.row());
      }
    }
    if (!fresh.isEmpty()) {
      store.insert(node.incarnation(), fresh);
      batch.forEach(one -> one.stored = true);
    }
    Set<String> lost = known.isEmpty() ? Set.of() : store.update(node.incarnation(), known);
    for (Kept one : batch) {
      if (!one.open || lost.contains(one.id)) {
        kept.remove(one.id, one); // the row is all that is needed, or somebody has it already
      }
    }
  }

  /** A session is subscribed to these now. */
  public void subscribed(ClientSession session, List<String> identifiers) {
    Kept one = kept.get(session.id());
    if (one == null) {
      if (identifiers.isEmpty() || session.isGone()) {
        return;
      }
      one = new Kept(session.id(), session.identity().key());
      kept.put(session.id(), one);
    }
    one.identifiers = identifiers;
    changed.soon(one);
  }

  /**
   * A session's connection is gone.
   *
   * @param dismissed whether its client was told not to come back
   */
  public void closed(ClientSession session, boolean dismissed) {
    Kept one = kept.get(session.id());
    if (one == null) {
      return;
    }
    if (dismissed) {
      kept.remove(session.id());
      gone.soon(session.id());
    } else {
      one.open = false;
      changed.soon(one);
    }
  }

  /**
   * Takes a former session for the client that names it; an older socket of it is closed.
   *
   * @param identityKey who names it
   * @param then is told what it was subscribed to, or that there is none; on the ledger's thread
   */
  public void restore(String id, String identityKey, Consumer<Optional<List<String>>> then) {
    thread.execute(
        () -> {
          changed.flush();
          then.accept(take(id, identityKey));
        });
  }

  private Optional<List<String>> take(String id, String identityKey) {
    Kept here = kept.get(id);
    if (here != null && !here.identityKey.equals(identityKey)) {
      return Optional.empty();
    }
    if (here != null) {
      kept.remove(id);
    }
    Optional<List<String>> row = takeRow(id, identityKey, here);
    if (here == null && row.isPresent()) {
      bus.send(new BusMessage.Replaced(id));
    }
    sessions
        .find(id)
        .filter(session -> session.identity().key().equals(identityKey))
        .ifPresent(ClientSession::terminate);
    return row;
  }

  private Optional<List<String>> takeRow(String id, String identityKey, @Nullable Kept here) {
    try {
      Optional<List<String>> row = store.take(id, identityKey, settings.sessionLifetime());
      return here == null || row.isEmpty() && here.stored ? row : Optional.of(here.identifiers);
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A session cannot be looked up just now", e);
      if (here == null) {
        return Optional.empty();
      }
      gone.later(id);
      return Optional.of(here.identifiers);
    }
  }
}
