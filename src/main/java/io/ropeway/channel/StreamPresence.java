package io.ropeway.channel;

import io.ropeway.broadcast.PresenceNews;
import io.ropeway.config.PresenceSettings;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.room.PresenceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Who made themselves present in which stream, and the news of it. Safe for all threads. */
@ApplicationScoped
public class StreamPresence {

  @Inject PresenceRegistry presence;
  @Inject PresenceNews news;
  @Inject PresenceSettings settings;
  @Inject CommandThreads threads;

  /** One more session is there as somebody; told to all if that is the first. */
  void enter(String stream, PresenceRecord who) {
    if (presence.enter(PresenceRegistry.roomOf(stream), who.id(), who.info())) {
      news.joined(stream, who);
    }
  }

  /** A session is there no more; told to all if that was the last of somebody. */
  void leave(String stream, String id) {
    if (presence.leave(PresenceRegistry.roomOf(stream), id)) {
      news.left(stream, id);
    }
  }

  /** The same for a session whose connection is gone, which may come back in time. */
  void leaveAfterGrace(String stream, String id) {
    presence.leaveAfter(
        settings.streamGrace(),
        PresenceRegistry.roomOf(stream),
        id,
        () -> threads.execute(() -> news.left(stream, id)));
  }

  /** Everybody who is there. */
  List<PresenceRecord> records(String stream) {
    return presence.records(PresenceRegistry.roomOf(stream));
  }
}
