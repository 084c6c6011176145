package io.ropeway.service.support.body;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Team;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations in events and in REST. */
public final class ConversationBody {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ConversationBody() {}

  /**
   * The body of events for the account's users.
   *
   * @param last the body of the last message that the contact sees too; null if there is none
   * @param labels their titles
   */
  public static JsonObject event(
      Conversation conversation, @Nullable JsonObject last, List<String> labels, Roster roster) {
    Body body = common(conversation, last, labels);
    return body.with("channel", conversation.inbox().channelType())
        .with("contact_inbox", contactInbox(conversation.contactInbox()))
        .with("meta", meta(conversation, roster))
        .with("first_reply_created_at", Times.iso(conversation.firstReplyCreatedAt()))
        .build();
  }

  /**
   * The body of events for the contact: what is its own, and nothing of the account's.
   *
   * @param last the body of the last message as the contact sees it; null if there is none
   */
  public static JsonObject eventForContact(
      Conversation conversation, @Nullable JsonObject last, Roster roster) {
    AppUser assignee = conversation.assignee();
    JsonObject meta =
        new Body()
            .with("sender", PersonBody.contactForContact(conversation.contact()))
            .with("assignee", assignee == null ? null : PersonBody.userForContact(assignee, roster))
            .with("hmac_verified", conversation.contactInbox().hmacVerified())
            .build();
    return new Body()
        .with("id", conversation.displayId())
        .with("inbox_id", conversation.inbox().id())
        .with("status", conversation.status())
        .with("messages", list(last))
        .with("meta", meta)
        .with("can_reply", true)
        .with("contact_last_seen_at", Times.seconds(conversation.contactLastSeenAt()))
        .with("agent_last_seen_at", Times.seconds(conversation.agentLastSeenAt()))
        .with("last_activity_at", Times.seconds(conversation.lastActivityAt()))
        .with("timestamp", Times.seconds(conversation.lastActivityAt()))
        .with("created_at", Times.seconds(conversation.createdAt()))
        .with("updated_at", Times.decimal(conversation.updatedAt()))
        .with("account_id", conversation.account().id())
        .build();
  }

  /**
   * The conversation of REST answers.
   *
   * @param last the body of the last message of any kind; null if there is none
   * @param lastSaid the body of the last one that is no activity; null if there is none
   * @param labels their titles
   */
  public static JsonObject rest(
      Conversation conversation,
      @Nullable JsonObject last,
      @Nullable JsonObject lastSaid,
      List<String> labels,
      Roster roster) {
    return common(conversation, last, labels)
        .with("uuid", conversation.uuid())
        .with("muted", conversation.muted())
        .with("assignee_last_seen_at", Times.seconds(conversation.assigneeLastSeenAt()))
        .with("last_non_activity_message", lastSaid)
        .with("sla_policy_id", JsonValue.NULL)
        .with("first_reply_created_at", Times.seconds(conversation.firstReplyCreatedAt()))
        .with("meta", restMeta(conversation, roster))
        .build();
  }

  private static Body common(
      Conversation conversation, @Nullable JsonObject last, List<String> labels) {
    return new Body()
        .withObject("additional_attributes", conversation.additionalAttributes())
        .with("can_reply", true)
        .with("id", conversation.displayId())
        .with("inbox_id", conversation.inbox().id())
        .with("messages", list(last))
        .with("labels", JSON.createArrayBuilder(labels).build())
        .with("status", conversation.status())
        .withObject("custom_attributes", conversation.customAttributes())
        .with("snoozed_until", Times.iso(conversation.snoozedUntil()))
        .with("unread_count", MessageBody.unread(conversation))
        .with("priority", conversation.priority())
        .with("waiting_since", Times.seconds(conversation.waitingSince()))
        .with("agent_last_seen_at", Times.seconds(conversation.agentLastSeenAt()))
        .with("contact_last_seen_at", Times.seconds(conversation.contactLastSeenAt()))
        .with("last_activity_at", Times.seconds(conversation.lastActivityAt()))
        .with("timestamp", Times.seconds(conversation.lastActivityAt()))
        .with("created_at", Times.seconds(conversation.createdAt()))
        .with("updated_at", Times.decimal(conversation.updatedAt()))
        .with("account_id", conversation.account().id());
  }

  private static JsonObject contactInbox(ContactInbox contactInbox) {
    return new Body()
        .with("id", contactInbox.id())
        .with("contact_id", contactInbox.contact().id())
        .with("inbox_id", contactInbox.inbox().id())
        .with("source_id", contactInbox.sourceId())
        .with("created_at", Times.iso(contactInbox.createdAt()))
        .with("updated_at", Times.iso(contactInbox.updatedAt()))
        .with("hmac_verified", contactInbox.hmacVerified())
        .with("pubsub_token", contactInbox.pubsubToken())
        .build();
  }

  private static JsonObject meta(Conversation conversation, Roster roster) {
    AppUser assignee = conversation.assignee();
    Team team = conversation.team();
    return new Body()
        .with("sender", PersonBody.contact(conversation.contact()))
        .with("assignee", assignee == null ? null : PersonBody.user(assignee, roster))
        .with("assignee_type", assignee == null ? null : "User")
        .with("team", team == null ? null : team(team))
        .with("hmac_verified", conversation.contactInbox().hmacVerified())
        .build();
  }

  private static JsonObject restMeta(Conversation conversation, Roster roster) {
    AppUser assignee = conversation.assignee();
    Team team = conversation.team();
    JsonObject sender =
        new Body(PersonBody.contact(conversation.contact()))
            .with("availability_status", roster.contact(conversation.contact().id()))
            .with("created_at", Times.seconds(conversation.contact().createdAt()))
            .with("last_activity_at", Times.seconds(conversation.contact().lastActivityAt()))
            .build();
    return new Body()
        .with("sender", sender)
        .with("channel", conversation.inbox().channelType())
        .withIf("assignee", assignee == null ? null : PersonBody.user(assignee, roster))
        .with("assignee_type", assignee == null ? null : "User")
        .withIf("team", team == null ? null : team(team))
        .with("hmac_verified", conversation.contactInbox().hmacVerified())
        .build();
  }

  private static JsonObject team(Team team) {
    return new Body().with("id", team.id()).with("name", team.name()).build();
  }

  private static JsonArray list(@Nullable JsonObject one) {
    JsonArrayBuilder list = JSON.createArrayBuilder();
    return one == null ? list.build() : list.add(one).build();
  }
}
