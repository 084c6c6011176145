package io.ropeway.service.support;

import io.ropeway.persistence.support.AccountUser;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.Rosters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which agents are there to be given something. May ask the database. */
@ApplicationScoped
class Attendance {

  @Inject Rosters rosters;

  /**
   * Those of some users of an account who are online: they say so, and are connected or count as
   * there without.
   */
  Set<Long> online(long accountId, Collection<Long> userIds) {
    if (userIds.isEmpty()) {
      return Set.of();
    }
    Roster roster = rosters.now(accountId);
    return userIds.stream()
        .filter(id -> roster.user(id).equals(AccountUser.ONLINE))
        .collect(Collectors.toSet());
  }
}
