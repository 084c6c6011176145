package io.ropeway.ledger;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.ClusterBus;
import io.ropeway.broadcast.ThisNode;
import io.ropeway.config.ReplaySettings;
import io.ropeway.session.ClientSession;
import io.ropeway.session.SharedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Gives each new subscription of a client that states no positions the receipt of one earlier
 * socket, if there is one: the oldest of the same key whose socket is broken, or does not answer.
 *
 * <p>What many ask for at about the same time is looked up together. Safe for all threads; all work
 * happens on the ledger's thread.
 */
@ApplicationScoped
public class Claims {

  private static final int AT_ONCE = 500;
  private static final System.Logger LOGGER = System.getLogger(Claims.class.getName());

  @Inject LedgerThread thread;
  @Inject ReceiptStore store;
  @Inject Receipts receipts;
  @Inject Verdicts verdicts;
  @Inject ClusterBus bus;
  @Inject ThisNode node;
  @Inject SharedTime time;
  @Inject ReplaySettings settings;

  private final ConcurrentLinkedQueue<Claim> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * Opens a receipt, in place of an earlier one if there is one.
   *
   * @param key by which a client that comes back is known, see {@link ClaimKey}
   * @param session of this client's socket
   * @param starts where its streams begin for a client without a past
   * @param outcome is told on the ledger's thread, in about a database's round trip; later only if
   *     an earlier socket has to be examined
   */
  public void open(String key, ClientSession session, List<Reach> starts, Claim.Outcome outcome) {
    waiting.add(new Claim(key, session, starts, outcome));
    if (asked.compareAndSet(false, true)) {
      thread.execute(this::work);
    }
  }

  private void work() {
    asked.set(false);
    List<Claim> claims = new ArrayList<>();
    for (Claim claim = waiting.poll(); claim != null; claim = waiting.poll()) {
      claims.add(claim);
      if (claims.size() == AT_ONCE) {
        begin(claims);
        claims = new ArrayList<>();
      }
    }
    begin(claims);
  }

  private void begin(List<Claim> claims) {
    if (claims.isEmpty()) {
      return;
    }
    Map<String, List<ReceiptStore.Found>> rows = find(claims);
    for (Claim claim : claims) {
      claim.gather(
          receipts.find(claim.key), rows.getOrDefault(claim.key, List.of()), node.incarnation());
    }
    settle(claims);
  }

  private Map<String, List<ReceiptStore.Found>> find(List<Claim> claims) {
    try {
      return store
          .find(claims.stream().map(claim -> claim.key).distinct().toList(), settings.window())
          .stream()
          .collect(Collectors.groupingBy(found -> found.row().key()));
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Only what is in memory can be claimed just now", e);
      return Map.of();
    }
  }

  private void settle(List<Claim> claims) {
    List<Claim> round = claims;
    while (!round.isEmpty()) {
      round = take(round.stream().filter(this::isToBeTaken).toList());
    }
  }

  /** Whether the claim's next candidate is to be had; else its search is over, or goes on later. */
  private boolean isToBeTaken(Claim claim) {
    for (Candidate next = claim.next(); next != null; next = claim.next()) {
      switch (verdicts.of(next, () -> thread.execute(() -> settle(List.of(claim))))) {
        case TAKE:
          return true;
        case WAIT:
          return false;
        default:
          claim.skip();
      }
    }
    finish(claim, receipt(claim, newId(), claim.starts, false), List.of());
    return false;
  }

  /** Takes each claim's next candidate. Returns the claims that came too late for theirs. */
  private List<Claim> take(List<Claim> claims) {
    Map<Claim, Receipt> successors = new LinkedHashMap<>();
    List<Claim> inDatabase = new ArrayList<>();
    List<ReceiptStore.Taking> takings = new ArrayList<>();
    for (Claim claim : claims) {
      Candidate earlier = claim.next();
      Receipt own = receipt(claim, earlier.id(), earlier.row().reaches(), earlier.isStored());
      successors.put(claim, own);
      if (earlier.isStored()) {
        inDatabase.add(claim);
        takings.add(new ReceiptStore.Taking(earlier.row(), own.row()));
      }
    }
    List<Claim> tooLate = new ArrayList<>();
    try {
      receipts.beSeen();
      List<Boolean> taken =
          takings.isEmpty() ? List.of() : store.claim(node.incarnation(), takings);
      for (int i = 0; i < taken.size(); i++) {
        if (!taken.get(i)) {
          tooLate.add(inDatabase.get(i));
        }
      }
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Rows cannot be claimed just now", e);
      inDatabase.forEach(claim -> successors.replace(claim, withoutRow(claim, tooLate)));
    }
    for (Map.Entry<Claim, Receipt> entry : successors.entrySet()) {
      Claim claim = entry.getKey();
      if (!tooLate.contains(claim)) {
        finish(claim, entry.getValue(), replace(claim.next()));
      }
    }
    tooLate.forEach(claim -> replace(claim.next()));
    tooLate.forEach(Claim::skip);
    return tooLate;
  }

  /** Memory decides while the database is away; of other nodes' receipts nothing is known then. */
  private Receipt withoutRow(Claim claim, List<Claim> tooLate) {
    Candidate earlier = claim.next();
    Receipt receipt = earlier.receipt();
    if (receipt == null) {
      tooLate.add(claim);
    } else {
      receipts.removeRow(receipt);
    }
    return receipt(claim, newId(), earlier.row().reaches(), false);
  }

  /** The earlier socket is of no use any more, wherever it is. */
  private List<Reach> replace(Candidate earlier) {
    Receipt receipt = earlier.receipt();
    if (receipt != null) {
      receipts.remove(receipt);
      verdicts.session(receipt).ifPresent(ClientSession::terminate);
    } else {
      bus.send(new BusMessage.Replaced(earlier.sessionId()));
    }
    return earlier.row().reaches();
  }

  private void finish(Claim claim, Receipt own, List<Reach> earlier) {
    receipts.add(own);
    claim.outcome.opened(own, earlier);
  }

  /** A receipt that goes on where an earlier one was, for the streams that are followed now. */
  private Receipt receipt(Claim claim, long id, List<Reach> earlier, boolean stored) {
    List<Reach> reaches = new ArrayList<>(claim.starts.size());
    for (Reach start : claim.starts) {
      reaches.add(
          earlier.stream()
              .filter(reach -> reach.stream().equals(start.stream()))
              .findFirst()
              .orElse(start));
    }
    return new Receipt(id, claim.key, claim.session.id(), time.now(), reaches, stored);
  }

  private static long newId() {
    return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
  }
}
