package io.ropeway.service.support.event;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.Event;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.room.TypingRegistry;
import io.ropeway.service.cluster.TypingElsewhere;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.PersonBody;
import io.ropeway.service.support.body.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Who types in the desk's conversations: told to all others there, and ended by the server if the
 * one who types does not say so: after some time, with a message, and when the socket closes.
 *
 * <p>Beginning wants a transaction. Ending needs nothing: what is said then was made at the
 * beginning.
 */
@ApplicationScoped
public class DeskTyping {

  @Inject TypingRegistry typing;
  @Inject DeskPublisher publisher;
  @Inject DeskBodies bodies;
  @Inject Rosters rosters;

  private record Mark(String stream, String who) {}

  /** What ends the marks that began on this node. */
  private final ConcurrentMap<Mark, List<Event>> ends = new ConcurrentHashMap<>();

  /** A user of the account types, or no longer does; in a note only colleagues hear of it. */
  public void user(Conversation conversation, AppUser user, boolean types, boolean inNote) {
    String who = DeskRights.key(user.id());
    if (types || isTyping(conversation, who)) {
      Roster roster = rosters.recent(conversation.account().id());
      JsonObject contactSees = inNote ? null : PersonBody.userForContact(user, roster);
      JsonObject person = PersonBody.user(user, roster);
      tell(conversation, new Mark(stream(conversation), who), person, contactSees, types, inNote);
    }
  }

  /** The contact types, or no longer does. */
  public void contact(Conversation conversation, boolean types) {
    String who = DeskRights.contactKey(conversation.contactInbox().id());
    if (types || isTyping(conversation, who)) {
      JsonObject person = PersonBody.contact(conversation.contact());
      tell(conversation, new Mark(stream(conversation), who), person, null, types, false);
    }
  }

  /** Whoever says something types no more. */
  void spoke(Conversation conversation, SupportMessage message) {
    AppUser user = message.senderUser();
    if (user != null) {
      user(conversation, user, false, false);
    } else if (message.senderContact() != null) {
      contact(conversation, false);
    }
  }

  /** Somebody has no socket on this node any more, and so types nowhere. */
  public void left(String who) {
    for (Mark mark : ends.keySet()) {
      if (mark.who.equals(who)) {
        stop(mark);
      }
    }
  }

  private void tell(
      Conversation conversation,
      Mark mark,
      JsonObject person,
      @Nullable JsonObject contactSees,
      boolean types,
      boolean inNote) {
    long account = conversation.account().id();
    List<Event> on = new ArrayList<>();
    List<Event> off = new ArrayList<>();
    DeskBodies.Sides sides = bodies.sides(conversation);
    JsonObject staff = data(sides.staff(), person, inNote, account);
    add(on, off, DeskStreams.staff(conversation), staff, mark.who);
    if (contactSees != null) {
      JsonObject contact = data(sides.contact(), contactSees, false, account);
      String stream = DeskStreams.contact(conversation.contactInbox().id());
      add(on, off, List.of(stream), contact, mark.who);
    }
    on.add(glance(mark, person, true));
    off.add(glance(mark, person, false));
    if (!types) {
      typing.stop(mark.stream, mark.who);
      ends.remove(mark);
      off.forEach(publisher::pass);
      return;
    }
    ends.put(mark, off);
    typing.start(mark.stream, mark.who, () -> end(mark));
    on.forEach(publisher::pass);
  }

  private static void add(
      List<Event> on, List<Event> off, List<String> audience, JsonObject data, String who) {
    String began = Payload.of(DeskEvent.CONVERSATION_TYPING_ON, data);
    String ended = Payload.of(DeskEvent.CONVERSATION_TYPING_OFF, data);
    on.add(new Event(audience, "", began).excludingIdentity(who));
    off.add(new Event(audience, "", ended).excludingIdentity(who));
  }

  private static JsonObject data(
      JsonObject conversation, JsonObject person, boolean inNote, long accountId) {
    return new Body()
        .with("conversation", conversation)
        .with("user", person)
        .with("is_private", inNote)
        .with("account_id", accountId)
        .build();
  }

  /** For who looks at the conversation alone; by its name other nodes know of the mark. */
  private static Event glance(Mark mark, JsonObject person, boolean types) {
    JsonObject data =
        new Body()
            .with("user_id", person.getJsonNumber("id"))
            .with("user_name", person.get("name"))
            .with("user_type", person.get("type"))
            .with("is_typing", types)
            .build();
    String name = types ? TypingElsewhere.ON : TypingElsewhere.OFF;
    return new Event(List.of(mark.stream), name, Payload.of("typing", data)).about(null, mark.who);
  }

  /**
   * The last word counts, on whatever node it is said: what was said there is of this node's
   * concern no more.
   */
  void hear(@Observes BusMessage.Passing passing) {
    Event event = passing.event();
    String who = event.author();
    if (who != null && DeskStreams.isConversation(event.stream())) {
      typing.stop(event.stream(), who);
      ends.remove(new Mark(event.stream(), who));
    }
  }

  private boolean isTyping(Conversation conversation, String who) {
    return typing.typing(stream(conversation)).contains(who);
  }

  private static String stream(Conversation conversation) {
    return DeskStreams.conversation(conversation.id());
  }

  private void stop(Mark mark) {
    if (typing.stop(mark.stream, mark.who)) {
      end(mark);
    }
  }

  private void end(Mark mark) {
    List<Event> off = ends.remove(mark);
    if (off != null) {
      off.forEach(publisher::pass);
    }
  }
}
