package io.ropeway.channel;

import io.ropeway.config.PresenceSettings;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.room.PresenceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Who made themselves present in which stream. The first of somebody's sessions to come and the
 * last one to go are told to all, see {@link io.ropeway.broadcast.PresenceNews}. Safe for all
 * threads.
 */
@ApplicationScoped
public class StreamPresence {

  @Inject PresenceRegistry presence;
  @Inject PresenceSettings settings;

  /** One more session is there as somebody. */
  void enter(String stream, PresenceRecord who) {
    presence.enter(PresenceRegistry.roomOf(stream), who.id(), who.info());
  }

  /** A session is there no more. */
  void leave(String stream, String id) {
    presence.leave(PresenceRegistry.roomOf(stream), id);
  }

  /** The same for a session whose connection is gone, which may come back in time. */
  void leaveAfterGrace(String stream, String id) {
    presence.leaveAfter(settings.streamGrace(), PresenceRegistry.roomOf(stream), id);
  }

  /** Everybody who is there, on any node. May ask the database. */
  List<PresenceRecord> records(String stream) {
    return presence.records(PresenceRegistry.roomOf(stream));
  }
}
