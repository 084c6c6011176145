package io.ropeway.messaging;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far each node's messages were heard. Used by the receiving thread alone. */
final class Senders {

  /** More starts of nodes than that are not remembered; the one heard longest ago goes first. */
  private static final int REMEMBERED = 1_000;

  private final Map<Long, Long> expected =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * Notes an envelope.
   *
   * @return how many messages are missing before it; negative if that many of its first ones were
   *     heard before
   */
  long missingBefore(Envelope envelope) {
    long next = envelope.first() + envelope.messages().size();
    Long due = expected.get(envelope.incarnation());
    expected.put(envelope.incarnation(), due == null ? next : Math.max(due, next));
    return due == null ? 0 : envelope.first() - due;
  }
}
