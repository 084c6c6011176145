package io.ropeway.service.support.profile;

import io.ropeway.service.support.body.Roster;
import jakarta.enterprise.context.ApplicationScoped;

/** Who of an account is there. */
@ApplicationScoped
class Rosters {

  Roster of(long accountId) {
    return Roster.NOBODY;
  }
}
