package io.ropeway.channel;

import io.ropeway.protocol.PresenceRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * As whom one session is present in which streams: as one id in each, for as many of its
 * subscriptions as like. Runs on the session's command queue only.
 */
final class SessionPresence {

  /** A session's being in one stream. */
  private record Stay(String id, Set<Subscription> holders) {}

  private final StreamPresence presence;
  private final Map<String, Stay> stays = new HashMap<>(2);

  SessionPresence(StreamPresence presence) {
    this.presence = presence;
  }

  /**
   * Makes the session present.
   *
   * @return false if it is so in this stream under another id
   */
  boolean join(Subscription holder, String stream, PresenceRecord who) {
    Stay stay = stays.get(stream);
    if (stay != null && !stay.id().equals(who.id())) {
      return false;
    }
    if (stay == null) {
      stay = new Stay(who.id(), new HashSet<>(2));
      stays.put(stream, stay);
      presence.enter(stream, who);
    }
    stay.holders().add(holder);
    return true;
  }

  /** Ends it, unless another subscription holds it. */
  void leave(Subscription holder, String stream) {
    Stay stay = stays.get(stream);
    if (stay == null || !stay.holders().remove(holder) || !stay.holders().isEmpty()) {
      return;
    }
    stays.remove(stream);
    if (holder.isDisconnected()) {
      presence.leaveAfterGrace(stream, stay.id());
    } else {
      presence.leave(stream, stay.id());
    }
  }
}
