package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountUser;
import jakarta.json.JsonObject;

/** A user in an account's lists of agents. */
public final class AgentBody {

  private AgentBody() {}

  /** The user of a membership. */
  public static JsonObject of(AccountUser member, Roster roster) {
    AppUser user = member.user();
    return new Body()
        .with("id", user.id())
        .with("account_id", member.account().id())
        .with("availability_status", availability(member, roster))
        .with("auto_offline", member.autoOffline())
        .with("confirmed", true)
        .with("email", user.login())
        .with("provider", "email")
        .with("available_name", PersonBody.availableName(user))
        .with("name", user.name())
        .with("role", member.role())
        .with("thumbnail", "")
        .build();
  }

  /** What others see of whether a member is there. */
  static String availability(AccountUser member, Roster roster) {
    return member.autoOffline() ? roster.user(member.user().id()) : member.availability();
  }
}
