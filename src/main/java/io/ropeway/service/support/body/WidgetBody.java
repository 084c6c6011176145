package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Inbox;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/** What a page's widget gets that no other client does. */
public final class WidgetBody {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final List<String> FEATURES =
      List.of("attachments", "emoji_picker", "end_conversation");

  private WidgetBody() {}

  /**
   * What a widget begins with.
   *
   * @param token by what it is this session from now on
   */
  public static JsonObject config(ContactInbox session, String token) {
    return new Body()
        .with("website_channel_config", channel(session.inbox(), token))
        .with("contact", contact(session))
        .with("global_config", JsonValue.EMPTY_JSON_OBJECT)
        .build();
  }

  private static JsonObject channel(Inbox inbox, String token) {
    return new Body()
        .with("allow_messages_after_resolved", inbox.allowMessagesAfterResolved())
        .with("auth_token", token)
        .with("avatar_url", "")
        .with("csat_survey_enabled", false)
        .with("disable_branding", false)
        .with("enabled_features", JSON.createArrayBuilder(FEATURES).build())
        .with("enabled_languages", JsonValue.EMPTY_JSON_ARRAY)
        .with("locale", "en")
        .with("out_of_office_message", "")
        .with("pre_chat_form_enabled", false)
        .with("pre_chat_form_options", JsonValue.EMPTY_JSON_OBJECT)
        .with("reply_time", "in_a_few_minutes")
        .with("timezone", "UTC")
        .with("utc_off_set", "+00:00")
        .with("website_name", inbox.name())
        .with("website_token", inbox.websiteToken())
        .with("welcome_tagline", inbox.greetingEnabled() ? inbox.greetingMessage() : "")
        .with("welcome_title", inbox.name())
        .with("widget_color", "#1f93ff")
        .with("working_hours", JsonValue.EMPTY_JSON_ARRAY)
        .with("working_hours_enabled", false)
        .build();
  }

  /** The contact of a session, as it sees itself. */
  public static JsonObject contact(ContactInbox session) {
    Contact contact = session.contact();
    return new Body()
        .with("id", contact.id())
        .with("name", contact.name())
        .with("email", contact.email())
        .with("identifier", contact.identifier())
        .with("has_name", !contact.name().isBlank())
        .with("has_email", contact.email() != null)
        .with("has_phone_number", contact.phoneNumber() != null)
        .with("pubsub_token", session.pubsubToken())
        .build();
  }

  /** Somebody who answers in the inbox. */
  public static JsonObject member(AppUser user, Roster roster) {
    return new Body()
        .with("id", user.id())
        .with("name", PersonBody.availableName(user))
        .with("avatar_url", "")
        .with("availability_status", roster.user(user.id()))
        .build();
  }

  /** A page of messages. */
  public static JsonObject messages(Conversation conversation, JsonArray messages) {
    return new Body()
        .with("payload", messages)
        .with(
            "meta",
            new Body()
                .with("contact_last_seen_at", Times.seconds(conversation.contactLastSeenAt()))
                .build())
        .build();
  }

  /** A page of no conversation. */
  public static JsonObject noMessages() {
    return new Body()
        .with("payload", JsonValue.EMPTY_JSON_ARRAY)
        .with("meta", JsonValue.EMPTY_JSON_OBJECT)
        .build();
  }
}
