package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountUser;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as only the user sees it. */
public final class ProfileBody {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ProfileBody() {}

  /**
   * The user.
   *
   * @param memberships all of the user's
   * @param active the membership that the user has turned to last; null if there is none
   * @param token the token to show; null for none
   * @param roster who is there in the active account
   */
  public static JsonObject of(
      AppUser user,
      List<AccountUser> memberships,
      @Nullable AccountUser active,
      @Nullable String token,
      Roster roster) {
    return new Body()
        .with("id", user.id())
        .with("account_id", active == null ? user.account().id() : active.account().id())
        .with("name", user.name())
        .with("available_name", PersonBody.availableName(user))
        .with("display_name", user.displayName())
        .with("email", user.login())
        .with("uid", user.login())
        .with("provider", "email")
        .with("avatar_url", "")
        .with("role", active == null ? null : active.role())
        .with("confirmed", true)
        .with("message_signature", user.messageSignature())
        .withObject("ui_settings", user.uiSettings())
        .with("access_token", token)
        .with("pubsub_token", user.pubsubToken())
        .with("type", (String) null)
        .with("accounts", accounts(memberships, roster))
        .build();
  }

  private static JsonArray accounts(List<AccountUser> memberships, Roster roster) {
    JsonArrayBuilder accounts = JSON.createArrayBuilder();
    for (AccountUser membership : memberships) {
      accounts.add(account(membership, roster));
    }
    return accounts.build();
  }

  private static JsonObject account(AccountUser membership, Roster roster) {
    return new Body()
        .with("id", membership.account().id())
        .with("name", membership.account().name())
        .with("status", membership.account().status())
        .with("active_at", Times.iso(membership.activeAt()))
        .with("role", membership.role())
        .with("permissions", JSON.createArrayBuilder().add(membership.role()).build())
        .with("availability", membership.availability())
        .with("availability_status", AgentBody.availability(membership, roster))
        .with("auto_offline", membership.autoOffline())
        .build();
  }
}
