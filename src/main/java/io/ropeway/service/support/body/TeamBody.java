package io.ropeway.service.support.body;

import io.ropeway.persistence.support.Team;
import jakarta.json.JsonObject;

/** A team as the account's users see it. */
public final class TeamBody {

  private TeamBody() {}

  /** The team, and whether who asks belongs to it. */
  public static JsonObject of(Team team, boolean isMember) {
    return new Body()
        .with("id", team.id())
        .with("name", team.name())
        .with("description", team.description())
        .with("allow_auto_assign", team.allowAutoAssign())
        .with("account_id", team.account().id())
        .with("is_member", isMember)
        .build();
  }
}
