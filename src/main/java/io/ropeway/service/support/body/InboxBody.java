package io.ropeway.service.support.body;

import io.ropeway.persistence.support.Inbox;
import jakarta.json.JsonObject;

/** An inbox as the account's users see it. */
public final class InboxBody {

  private InboxBody() {}

  /** What every user may know. */
  public static JsonObject of(Inbox inbox) {
    return columns(inbox).build();
  }

  /** The same with what proves contacts, which administrators alone may know. */
  public static JsonObject ofAdministrator(Inbox inbox) {
    return columns(inbox)
        .with("hmac_token", inbox.hmacToken())
        .with("hmac_mandatory", inbox.hmacMandatory())
        .build();
  }

  private static Body columns(Inbox inbox) {
    Body body =
        new Body()
            .with("id", inbox.id())
            .with("avatar_url", "")
            .with("channel_id", inbox.id())
            .with("name", inbox.name())
            .with("channel_type", inbox.channelType())
            .with("provider", (String) null)
            .with("greeting_enabled", inbox.greetingEnabled())
            .with("greeting_message", inbox.greetingMessage())
            .with("working_hours_enabled", false)
            .with("enable_auto_assignment", inbox.enableAutoAssignment())
            .with("lock_to_single_conversation", inbox.lockToSingleConversation())
            .with("allow_messages_after_resolved", inbox.allowMessagesAfterResolved())
            .with("csat_survey_enabled", false)
            .with("timezone", "UTC");
    return inbox.isWebsite()
        ? body.with("website_token", inbox.websiteToken()).with("website_url", inbox.websiteUrl())
        : body.with("inbox_identifier", inbox.identifier());
  }
}
