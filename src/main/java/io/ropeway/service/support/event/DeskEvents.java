package io.ropeway.service.support.event;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportNotification;
import io.ropeway.persistence.support.Team;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.PersonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what happens at the desk, once the running transaction has committed, in the order of
 * the calls. The caller holds the conversation's lock; entities are as the change left them.
 *
 * <p>{@code performer} is the signed-in user who caused it; null for contacts and for the server.
 * Each event is published once for the account's side and, where the contact hears it too, once
 * more for the contact, with a body of its own.
 */
@ApplicationScoped
public class DeskEvents {

  @Inject DeskPublisher publisher;
  @Inject DeskBodies bodies;
  @Inject DeskNotices notices;
  @Inject Rosters rosters;
  @Inject DeskTyping typing;

  public void messageCreated(
      Conversation conversation, SupportMessage message, @Nullable AppUser performer) {
    message(DeskEvent.MESSAGE_CREATED, conversation, message, Map.of(), performer);
    typing.spoke(conversation, message);
  }

  /**
   * @param changes the changed fields by their names on the wire
   */
  public void messageUpdated(
      Conversation conversation,
      SupportMessage message,
      Map<String, Change> changes,
      @Nullable AppUser performer) {
    message(DeskEvent.MESSAGE_UPDATED, conversation, message, changes, performer);
  }

  /** A message's text was erased: also takes it out of what the log has of it. */
  public void messageDeleted(
      Conversation conversation, SupportMessage message, @Nullable AppUser performer) {
    publisher.redact(message, conversation.account().id(), bodies.sides(message));
    message(DeskEvent.MESSAGE_UPDATED, conversation, message, Map.of(), performer);
  }

  private void message(
      DeskEvent event,
      Conversation conversation,
      SupportMessage message,
      Map<String, Change> changes,
      @Nullable AppUser performer) {
    JsonObject previous = changes.isEmpty() ? null : Changes.body(changes);
    DeskBodies.Sides sides = bodies.sides(message);
    publisher.publish(
        DeskStreams.staff(conversation),
        event,
        performed(new Body(sides.staff()).withIf("previous_changes", previous).build(), performer),
        Subjects.staff(message.id()));
    if (message.isPublic()) {
      publisher.publish(
          DeskStreams.contact(conversation),
          event,
          sides.contact(),
          Subjects.contact(message.id()));
    }
  }

  public void firstReplyCreated(
      Conversation conversation, SupportMessage message, @Nullable AppUser performer) {
    publisher.publish(
        DeskStreams.staff(conversation),
        DeskEvent.FIRST_REPLY_CREATED,
        performed(bodies.message(message), performer),
        Subjects.staff(message.id()));
  }

  public void conversationCreated(Conversation conversation, @Nullable AppUser performer) {
    both(DeskEvent.CONVERSATION_CREATED, conversation, performer);
  }

  public void conversationUpdated(Conversation conversation, @Nullable AppUser performer) {
    both(DeskEvent.CONVERSATION_UPDATED, conversation, performer);
  }

  public void conversationStatusChanged(Conversation conversation, @Nullable AppUser performer) {
    both(DeskEvent.CONVERSATION_STATUS_CHANGED, conversation, performer);
  }

  /** The contact has read it. */
  public void conversationRead(Conversation conversation) {
    staff(DeskEvent.CONVERSATION_READ, conversation, null);
  }

  /** An agent has read it, or made it unread: for that agent's other devices alone. */
  public void conversationSeen(Conversation conversation, AppUser agent) {
    user(agent, DeskEvent.CONVERSATION_UPDATED, conversation, agent);
  }

  public void conversationContactChanged(Conversation conversation, @Nullable AppUser performer) {
    staff(DeskEvent.CONVERSATION_CONTACT_CHANGED, conversation, performer);
  }

  public void conversationMentioned(
      Conversation conversation, AppUser mentioned, @Nullable AppUser performer) {
    user(mentioned, DeskEvent.CONVERSATION_MENTIONED, conversation, performer);
  }

  public void assigneeChanged(Conversation conversation, @Nullable AppUser performer) {
    staff(DeskEvent.ASSIGNEE_CHANGED, conversation, performer);
  }

  /**
   * Told also to the team that loses the conversation, whose people hear no more of it.
   *
   * @param before the team that had it; null if none did
   */
  public void teamChanged(
      Conversation conversation, @Nullable Team before, @Nullable AppUser performer) {
    List<String> audience = new ArrayList<>(DeskStreams.staff(conversation));
    if (before != null && !audience.contains(DeskStreams.team(before.id()))) {
      audience.add(DeskStreams.team(before.id()));
    }
    publisher.publish(
        audience,
        DeskEvent.TEAM_CHANGED,
        performed(bodies.conversation(conversation), performer),
        Subjects.staff(conversation));
  }

  private void both(DeskEvent event, Conversation conversation, @Nullable AppUser performer) {
    DeskBodies.Sides sides = bodies.sides(conversation);
    staff(event, conversation, sides.staff(), performer);
    publisher.publish(
        DeskStreams.contact(conversation), event, sides.contact(), Subjects.contact(conversation));
  }

  private void staff(DeskEvent event, Conversation conversation, @Nullable AppUser performer) {
    staff(event, conversation, bodies.conversation(conversation), performer);
  }

  private void staff(
      DeskEvent event, Conversation conversation, JsonObject body, @Nullable AppUser performer) {
    publisher.publish(
        DeskStreams.staff(conversation),
        event,
        performed(body, performer),
        Subjects.staff(conversation));
  }

  private void user(
      AppUser to, DeskEvent event, Conversation conversation, @Nullable AppUser performer) {
    publisher.publish(
        List.of(DeskStreams.user(conversation.account().id(), to.id())),
        event,
        performed(bodies.conversation(conversation), performer),
        Subjects.staff(conversation));
  }

  public void contactCreated(Contact contact, @Nullable AppUser performer) {
    contact(DeskEvent.CONTACT_CREATED, contact, performer);
  }

  public void contactUpdated(Contact contact, @Nullable AppUser performer) {
    contact(DeskEvent.CONTACT_UPDATED, contact, performer);
  }

  public void contactMerged(Contact base, @Nullable AppUser performer) {
    contact(DeskEvent.CONTACT_MERGED, base, performer);
  }

  public void contactDeleted(Contact contact, @Nullable AppUser performer) {
    contact(DeskEvent.CONTACT_DELETED, contact, performer);
  }

  private void contact(DeskEvent event, Contact contact, @Nullable AppUser performer) {
    publisher.publish(
        List.of(DeskStreams.account(contact.account().id())),
        event,
        performed(PersonBody.contactEvent(contact), contact.account().id(), performer),
        null);
  }

  public void notificationCreated(SupportNotification notification) {
    notices.tell(DeskEvent.NOTIFICATION_CREATED, notification);
  }

  public void notificationUpdated(SupportNotification notification) {
    notices.tell(DeskEvent.NOTIFICATION_UPDATED, notification);
  }

  public void notificationDeleted(SupportNotification notification) {
    notices.gone(notification);
  }

  /** One of the lists that clients keep has changed. */
  public void cacheInvalidated(long accountId) {
    notices.cacheInvalidated(accountId);
  }

  private JsonObject performed(JsonObject data, @Nullable AppUser performer) {
    return performed(data, data.getJsonNumber("account_id").longValue(), performer);
  }

  private JsonObject performed(JsonObject data, long accountId, @Nullable AppUser performer) {
    JsonValue user =
        performer == null ? null : PersonBody.user(performer, rosters.recent(accountId));
    return user == null ? data : new Body(data).with("performer", user).build();
  }
}
