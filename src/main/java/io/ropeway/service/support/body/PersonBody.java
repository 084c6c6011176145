package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Users and contacts as the senders of messages, assignees, and so on. */
public final class PersonBody {

  private PersonBody() {}

  /** A user as others see them. */
  public static JsonObject user(AppUser user, Roster roster) {
    return new Body()
        .with("id", user.id())
        .with("name", user.name())
        .with("available_name", availableName(user))
        .with("avatar_url", "")
        .with("type", "user")
        .with("availability_status", roster.user(user.id()))
        .with("thumbnail", "")
        .build();
  }

  /** What contacts see of a user: nothing that is the account's own. */
  public static JsonObject userForContact(AppUser user, Roster roster) {
    return new Body()
        .with("id", user.id())
        .with("name", availableName(user))
        .with("available_name", availableName(user))
        .with("avatar_url", "")
        .with("type", "user")
        .with("availability_status", roster.user(user.id()))
        .with("thumbnail", "")
        .build();
  }

  /** A contact as users see them. */
  public static JsonObject contact(Contact contact) {
    return new Body()
        .with("id", contact.id())
        .with("name", contact.name())
        .with("email", contact.email())
        .with("phone_number", contact.phoneNumber())
        .with("identifier", contact.identifier())
        .with("thumbnail", picture(contact))
        .with("blocked", contact.blocked())
        .withObject("additional_attributes", contact.additionalAttributes())
        .withObject("custom_attributes", contact.customAttributes())
        .with("type", "contact")
        .build();
  }

  /** What contacts see of themselves in what they said. */
  public static JsonObject contactForContact(Contact contact) {
    return new Body()
        .with("id", contact.id())
        .with("name", contact.name())
        .with("thumbnail", picture(contact))
        .with("type", "contact")
        .build();
  }

  /** The body of events about a contact. */
  public static JsonObject contactEvent(Contact contact) {
    return new Body(contact(contact)).with("account_id", contact.account().id()).build();
  }

  /** The name that a user goes by. */
  public static String availableName(AppUser user) {
    @Nullable String chosen = user.displayName();
    return chosen == null || chosen.isBlank() ? user.name() : chosen;
  }

  private static String picture(Contact contact) {
    @Nullable String url = contact.avatarUrl();
    return url == null ? "" : url;
  }
}
