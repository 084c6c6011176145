package io.ropeway.broadcast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The log of all durable streams, shared by all nodes.
 *
 * <p>Every method blocks for the database. All but {@link #append}, {@link #snapshotHead} and
 * {@link #redactSubject} work outside a transaction, each by itself. A database that is away is
 * told by a {@link RuntimeException}.
 */
public interface StreamLog {

  /**
   * Appends events within the running transaction, each to every stream of its audience, and
   * publishes them with its commit. Called once a transaction, as its last work: the heads stay
   * locked until its end.
   *
   * @return what was stored, by event in the order given, and for each event one entry a stream of
   *     its audience
   */
  List<LogEvent> append(List<Event> events);

  /** The head of a stream, which is made if it is not there yet. */
  StreamHead head(String stream);

  /**
   * Makes a stream that is not there yet, outside a transaction. Costs nothing for those that are
   * known. Due before {@link #snapshotHead}: of two snapshots that make one stream, one fails.
   */
  void ensure(String stream);

  /**
   * The head as it belongs to everything that the running transaction reads afterwards. Must be the
   * transaction's first use of the database.
   */
  StreamHead snapshotHead(String stream);

  /** The heads of streams by their numbers, in one query; numbers that are gone are left out. */
  List<StreamHead> heads(Collection<Long> streamIds);

  /**
   * Entries after an offset, ascending and without gaps.
   *
   * @return at most {@code limit}; empty if there are none, or if the next one was trimmed away
   */
  List<LogEvent> read(StreamHead head, long after, int limit);

  /** The offset of the last entry before a time by the database's clock, at least floor - 1. */
  long lastBefore(StreamHead head, Instant time);

  /** The database's time. */
  Instant now();

  /**
   * Gives a stream a new epoch because its log went back, unless somebody has done so already.
   *
   * @param seen the head whose epoch is to end
   * @return the head afterwards
   */
  StreamHead raiseEpoch(StreamHead seen);

  /**
   * Replaces the payloads of all entries about a subject, within the running transaction.
   *
   * @param payload makes the new payload from an entry's name
   * @return the streams that had such entries; what memory holds of them is to be forgotten, which
   *     a later event about the same subject sees to by itself
   */
  Set<String> redactSubject(String subject, UnaryOperator<String> payload);

  /**
   * Replaces the payloads of all entries that carry somebody's words or name, within the running
   * transaction.
   *
   * @param author the key of the identity
   * @param payload makes the new payload from an entry's name and its payload so far
   * @return the streams that had such entries; what memory holds of them is to be forgotten
   */
  Set<String> redactAuthor(String author, BinaryOperator<String> payload);

  /**
   * Whether it is unsure what became of a transaction that ends now, whatever is said of its end:
   * the database was lost, and with it perhaps the answer to a commit. The heads tell later.
   */
  default boolean isInDoubt() {
    return false;
  }

  /** Removes entries that are beyond age and count, in small batches. Returns how many. */
  int trim();
}
