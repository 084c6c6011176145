package io.ropeway.ledger;

import io.ropeway.session.ClientSession;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One subscription's search for what an earlier socket has left, oldest first. Belongs to the
 * ledger's thread.
 */
final class Claim {

  /** What is told of the outcome. */
  interface Outcome {

    /**
     * The subscription has its receipt.
     *
     * @param receipt its own
     * @param earlier how far streams had reached the client by its earlier socket; empty if there
     *     was none
     */
    void opened(Receipt receipt, List<Reach> earlier);
  }

  final String key;
  final ClientSession session;
  final List<Reach> starts;
  final Outcome outcome;
  private final ArrayDeque<Candidate> candidates = new ArrayDeque<>(2);

  Claim(String key, ClientSession session, List<Reach> starts, Outcome outcome) {
    this.key = key;
    this.session = session;
    this.starts = starts;
    this.outcome = outcome;
  }

  /** Sets out with all that there is. */
  void gather(List<Receipt> here, List<ReceiptStore.Found> rows, long node) {
    candidates.clear();
    Stream.concat(
            here.stream().map(Candidate::new),
            rows.stream().filter(found -> found.owner() != node).map(Candidate::new))
        .filter(candidate -> !candidate.sessionId().equals(session.id()))
        .sorted(Comparator.comparing(Candidate::since).thenComparing(Candidate::id))
        .forEach(candidates::add);
  }

  /** The oldest one that is left; null if none is. */
  Candidate next() {
    return candidates.peek();
  }

  /** That one is not to be had. */
  void skip() {
    candidates.poll();
  }
}
