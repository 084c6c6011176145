package io.ropeway.service.support.event;

import io.ropeway.broadcast.Evictions;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Ends what somebody hears by a right that ends, at the place in the order of events where it ends,
 * or has them find out what they may hear besides. Inside the transaction of the change. Who is
 * connected comes back by itself and follows what it may follow then.
 */
@ApplicationScoped
public class DeskRights {

  @Inject Evictions evictions;

  /** A user no longer answers in an inbox. */
  public void leftInbox(long inboxId, long userId) {
    evictions.evict(DeskStreams.inbox(inboxId), key(userId));
  }

  /** A user is no longer of a team. */
  public void leftTeam(long teamId, long userId) {
    evictions.evict(DeskStreams.team(teamId), key(userId));
  }

  /** A user no longer administers an account, or is no longer of it at all. */
  public void leftAccount(long accountId, long userId) {
    evictions.evict(DeskStreams.admins(accountId), key(userId));
    changed(accountId, userId);
  }

  /** A user may hear other things of an account than before: a new inbox, team, role or token. */
  public void changed(long accountId, long userId) {
    evictions.evict(DeskStreams.user(accountId, userId), key(userId));
  }

  /** A contact inbox is another contact's now, or is proved to be its contact's. */
  public void changed(ContactInbox contactInbox) {
    evictions.evict(DeskStreams.contact(contactInbox.id()), contactKey(contactInbox.id()));
  }

  /** A user's key. */
  static String key(long userId) {
    return Identity.key(Identity.Kind.USER, userId);
  }

  /** The key of a contact that is connected by a contact inbox. */
  static String contactKey(long contactInboxId) {
    return Identity.key(Identity.Kind.CONTACT, contactInboxId);
  }
}
