package io.ropeway.channel;

import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.PresenceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription does about presence: where its client may be present, and what it was told to
 * do once the subscription is live. Runs on the session's command queue only.
 */
final class SubscriptionPresence {

  private final Subscription subscription;
  private final SessionPresence session;
  private final StreamPresence all;
  private @Nullable String stream;
  private @Nullable PresenceRecord awaited;
  private boolean live;

  SubscriptionPresence(Subscription subscription, SessionPresence session, StreamPresence all) {
    this.subscription = subscription;
    this.session = session;
    this.all = all;
  }

  /** Lets the client be present in a stream; in another one it is no more. */
  void allow(String newStream) {
    if (!newStream.equals(stream)) {
      leave();
      stream = newStream;
    }
  }

  /** The subscription is live, and can hear of its own coming. */
  void goLive() {
    live = true;
    PresenceRecord who = awaited;
    awaited = null;
    if (who != null) {
      join(who);
    }
  }

  /** Makes the client present, once the subscription is live. */
  void join(PresenceRecord who) {
    if (stream == null) {
      return;
    }
    if (!live) {
      awaited = who;
    } else if (!session.join(subscription, stream, who)) {
      subscription.tellPresence(PresenceText.ERROR);
    }
  }

  void leave() {
    awaited = null;
    if (stream != null) {
      session.leave(subscription, stream);
    }
  }

  /** Tells the client who is there. */
  void describe(boolean withRecords) {
    if (stream != null) {
      List<PresenceRecord> records = all.records(stream);
      subscription.tellPresence(PresenceText.info(records.size(), withRecords ? records : null));
    }
  }
}
