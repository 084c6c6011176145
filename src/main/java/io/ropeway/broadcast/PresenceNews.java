package io.ropeway.broadcast;

import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.PresenceText;
import io.ropeway.room.PresenceChange;
import io.ropeway.room.PresenceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells the followers of a stream who made themselves present in it, and who is gone, as far as
 * their dialect has words for it. Leaves no trace in the stream's log.
 */
@ApplicationScoped
public class PresenceNews {

  @Inject Broadcaster broadcaster;

  /** What the presence of all nodes says of a stream. */
  void changed(@Observes PresenceChange change) {
    String stream = PresenceRegistry.streamOf(change.room());
    if (stream == null) {
      return;
    }
    if (change.present()) {
      joined(stream, new PresenceRecord(change.who(), change.info()));
    } else {
      left(stream, change.who());
    }
  }

  /** Somebody came. */
  public void joined(String stream, PresenceRecord who) {
    tell(stream, PresenceText.join(who));
  }

  /** Somebody is gone. */
  public void left(String stream, String id) {
    tell(stream, PresenceText.leave(id));
  }

  private void tell(String stream, String news) {
    broadcaster.publish(new Event(List.of(stream), PresenceText.EVENT, news).asTransient());
  }
}
