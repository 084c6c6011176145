package io.ropeway.broadcast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest entries of one stream that this node has delivered, without gaps, so that whoever
 * missed only these need not ask the database. Used in the sequencer's turn only, but for {@link
 * #weight} and {@link #lastUsed}.
 */
final class Tail {

  private final ArrayDeque<CachedEvent> events = new ArrayDeque<>();
  private final AtomicLong total;
  private final long limit;
  private volatile long weight;
  private volatile long lastUsed = System.nanoTime();

  /**
   * @param total what all tails of the node weigh, in bytes
   * @param limit what they may weigh
   */
  Tail(AtomicLong total, long limit) {
    this.total = total;
    this.limit = limit;
  }

  /** Adds the newest entry; where all tails together are too heavy, this one gets shorter. */
  void add(CachedEvent event) {
    events.add(event);
    grow(event.event().weight());
    lastUsed = System.nanoTime();
    while (total.get() > limit && events.size() > 1) {
      dropOldest();
    }
  }

  /**
   * Up to a number of entries after an offset.
   *
   * @return empty if the tail does not reach back that far
   */
  List<CachedEvent> after(long offset, int most) {
    CachedEvent oldest = events.peek();
    if (oldest == null || oldest.offset() > offset + 1) {
      return List.of();
    }
    lastUsed = System.nanoTime();
    long skip = offset + 1 - oldest.offset();
    List<CachedEvent> found = new ArrayList<>(most);
    if (skip > events.size() / 2) { // mostly the newest are asked for
      Iterator<CachedEvent> newestFirst = events.descendingIterator();
      ArrayDeque<CachedEvent> wanted = new ArrayDeque<>();
      while (newestFirst.hasNext()) {
        CachedEvent event = newestFirst.next();
        if (event.offset() <= offset) {
          break;
        }
        wanted.addFirst(event);
      }
      wanted.stream().limit(most).forEach(found::add);
    } else {
      events.stream().skip(skip).limit(most).forEach(found::add);
    }
    return found;
  }

  /** Whether some entry tells of this. */
  boolean tellsOf(String subject) {
    return events.stream().anyMatch(event -> subject.equals(event.event().subject()));
  }

  void clear() {
    events.clear();
    grow(-weight);
  }

  /** Its bytes, about. */
  long weight() {
    return weight;
  }

  /** When it was added to or asked, as {@link System#nanoTime()}. */
  long lastUsed() {
    return lastUsed;
  }

  private void dropOldest() {
    CachedEvent oldest = events.poll();
    if (oldest != null) {
      grow(-oldest.event().weight());
    }
  }

  private void grow(long bytes) {
    weight = weight + bytes;
    total.addAndGet(bytes);
  }
}
