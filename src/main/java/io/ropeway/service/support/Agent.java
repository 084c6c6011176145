package io.ropeway.service.support;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountUser;

/** A user in one of their accounts. */
public record Agent(AccountUser membership) {

  public AppUser user() {
    return membership.user();
  }

  public long userId() {
    return membership.user().id();
  }

  public long accountId() {
    return membership.account().id();
  }

  public boolean isAdministrator() {
    return membership.isAdministrator();
  }
}
