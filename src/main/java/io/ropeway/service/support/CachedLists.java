package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.CachedList;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has clients read again what they keep, within the running transaction. */
@ApplicationScoped
class CachedLists {

  @Inject MembershipRepository memberships;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** Begins to change an account's lists; to be called before inboxes are locked. */
  void hold(long accountId) {
    memberships.lockCounter(accountId);
  }

  /** One of an account's lists has changed. */
  void changed(long accountId, CachedList list) {
    memberships.lockCounter(accountId).changed(list, clock.now());
    events.cacheInvalidated(accountId);
  }
}
