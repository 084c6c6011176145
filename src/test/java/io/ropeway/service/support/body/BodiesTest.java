package io.ropeway.service.support.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.Sender;
import io.ropeway.persistence.support.SupportMessage;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodiesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");
  private static final JsonValue NULL = JsonValue.NULL;

  private final Account account = new Account("Acme", NOW);
  private final Inbox inbox = new Inbox(account, "Shop", Inbox.API, NOW);
  private final Contact bo = new Contact(account, "Bo", NOW);
  private final ContactInbox bosInbox = new ContactInbox(bo, inbox, "2f1c", NOW);
  private final AppUser ana = new AppUser(account, "ana@x", "-", "Ana B", AppUser.USER, NOW);
  private final Conversation conversation = new Conversation(bosInbox, 12, Conversation.OPEN, NOW);

  @Test
  void conversationsInEventsHaveEveryFieldThatClientsRead() {
    conversation.assignee(ana);
    conversation.unreadCount(99);

    JsonObject body = ConversationBody.event(conversation, null, List.of("vip"), Roster.NOBODY);

    assertThat(body.keySet())
        .containsExactlyInAnyOrder(
            "additional_attributes",
            "can_reply",
            "channel",
            "contact_inbox",
            "id",
            "inbox_id",
            "messages",
            "labels",
            "meta",
            "status",
            "custom_attributes",
            "snoozed_until",
            "unread_count",
            "first_reply_created_at",
            "priority",
            "waiting_since",
            "agent_last_seen_at",
            "contact_last_seen_at",
            "last_activity_at",
            "timestamp",
            "created_at",
            "updated_at",
            "account_id");
    assertThat(body.getInt("id")).isEqualTo(12);
    assertThat(body.getInt("unread_count")).isEqualTo(10);
    assertThat(body.getJsonArray("messages")).isEmpty();
    assertThat(body.get("updated_at")).hasToString("1767225600.123456");
    assertThat(body.getInt("agent_last_seen_at")).isZero();
    assertThat(body.get("first_reply_created_at")).isEqualTo(NULL);
    assertThat(body.getJsonObject("meta").getString("assignee_type")).isEqualTo("User");
    assertThat(body.getJsonObject("meta").get("team")).isEqualTo(NULL);
    assertThat(body.getJsonObject("contact_inbox")).containsKey("pubsub_token");
  }

  @Test
  void contactsSeeNeitherTokensNorAttributesNorTeams() {
    conversation.assignee(ana);
    conversation.customAttributes("{\"vip\":true}");
    bo.email("bo@x");

    String body = ConversationBody.eventForContact(conversation, null, Roster.NOBODY).toString();

    assertThat(body)
        .doesNotContain(bosInbox.pubsubToken(), "vip", "labels", "priority", "bo@x", "team");
    assertThat(body).contains("\"id\":12", "\"status\":\"open\"");
  }

  @Test
  void restLeavesOutAssigneeAndTeamThatAreNotThere() {
    JsonObject meta =
        ConversationBody.rest(conversation, null, null, List.of(), Roster.NOBODY)
            .getJsonObject("meta");

    assertThat(meta).doesNotContainKeys("assignee", "team").containsKeys("channel", "sender");
    assertThat(meta.getJsonObject("sender"))
        .containsKeys("availability_status", "created_at", "last_activity_at");
  }

  @Test
  void messagesCarryWhatTheListNeedsOfTheirConversation() {
    SupportMessage message =
        new SupportMessage(conversation, Sender.of(bo), SupportMessage.INCOMING, "Hi \u00e9", NOW);
    message.echoId("a1");

    JsonObject body = MessageBody.event(message, JsonValue.EMPTY_JSON_ARRAY, Roster.NOBODY);

    assertThat(body.getInt("conversation_id")).isEqualTo(12);
    assertThat(body.getInt("message_type")).isZero();
    assertThat(body.getInt("created_at")).isEqualTo(1767225600);
    assertThat(body.getString("updated_at")).isEqualTo("2026-01-01T00:00:00.123Z");
    assertThat(body.getString("sender_type")).isEqualTo("Contact");
    assertThat(body.getString("echo_id")).isEqualTo("a1");
    assertThat(body).doesNotContainKey("attachments");
    assertThat(body.getJsonObject("sender").getString("type")).isEqualTo("contact");
    assertThat(body.getJsonObject("conversation").keySet())
        .containsExactlyInAnyOrder(
            "assignee_id", "unread_count", "last_activity_at", "contact_inbox");
  }

  @Test
  void activitiesHaveNoSenderAndNoEchoOfNobody() {
    SupportMessage message =
        new SupportMessage(
            conversation, Sender.NOBODY, SupportMessage.ACTIVITY, "was resolved", NOW);

    JsonObject body = MessageBody.event(message, JsonValue.EMPTY_JSON_ARRAY, Roster.NOBODY);

    assertThat(body).doesNotContainKeys("sender", "echo_id");
    assertThat(body.get("sender_type")).isEqualTo(NULL);
  }

  @Test
  void contactsAreToldOfUsersAndNotOfEachOther() {
    Roster roster = new Roster(Map.of(7L, "online", 9L, "busy"), Set.of(41L));

    assertThat(roster.forUsers(3))
        .hasToString(
            "{\"account_id\":3,\"users\":{\"7\":\"online\",\"9\":\"busy\"},"
                + "\"contacts\":{\"41\":\"online\"}}");
    assertThat(roster.forContacts(3)).doesNotContainKey("contacts");
    assertThat(roster.user(8)).isEqualTo("offline");
  }
}
