package io.ropeway.broadcast;

import io.ropeway.room.RoomRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Ends the subscriptions of those who may no longer follow a stream, wherever they are, at their
 * place in the order of the stream's events: nobody hears anything later.
 */
@ApplicationScoped
public class Evictions {

  @Inject Transactions transactions;
  @Inject StreamNames names;
  @Inject Broadcaster broadcaster;
  @Inject RoomRegistry rooms;

  /**
   * Ends every subscription of an identity that follows a stream; the clients are told that it is
   * refused. On a durable stream this is an entry of its log and needs a transaction; on a
   * transient one it is about this node alone.
   *
   * @param identityKey see {@link io.ropeway.session.Identity#key()}
   */
  public void evict(String stream, String identityKey) {
    if (names.isDurable(stream)) {
      broadcaster.publish(Event.control(stream, EventKind.EVICTION, identityKey));
    } else {
      transactions.afterCommit(
          () -> rooms.evict(stream, identity -> identity.key().equals(identityKey)));
    }
  }
}
