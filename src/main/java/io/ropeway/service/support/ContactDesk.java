package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.MessagePageQuery;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.Change;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What contacts do in their own conversations, by the names of the inbox and of their session. Each
 * call is a transaction.
 */
@ApplicationScoped
public class ContactDesk {

  private static final int ATTRIBUTES = 60_000;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject ContactViews views;
  @Inject Conversing conversing;
  @Inject Messaging messaging;
  @Inject Statuses statuses;
  @Inject ConversationRepository conversations;
  @Inject SupportMessageRepository messages;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** The contact's conversations, the oldest first. */
  public JsonArray conversations(ContactAddress who) {
    return transactions.read(
        () -> {
          ContactInbox session = session(who);
          return views.conversations(own(session));
        });
  }

  /** One of them. */
  public JsonObject conversation(ContactAddress who, long displayId) {
    return transactions.read(() -> views.conversation(access.open(session(who), displayId)));
  }

  /** Begins a conversation, or goes on with the last where there is one at most. */
  public JsonObject begin(ContactAddress who, @Nullable String customAttributes) {
    return transactions.write(
        () ->
            views.conversation(
                conversing.begin(
                    session(who), new Conversing.Start(null, null, customAttributes), null)));
  }

  /** Ends a conversation that is open; what is ended stays so. */
  public JsonObject resolve(ContactAddress who, long displayId) {
    return transactions.write(
        () -> {
          Conversation conversation = access.lock(session(who), displayId);
          statuses.change(conversation, Conversation.RESOLVED, null, null);
          return views.conversation(conversation);
        });
  }

  /** The contact has seen everything, and so all that was said to it is read. */
  public void seen(ContactAddress who, long displayId) {
    transactions.change(
        () -> {
          Conversation conversation = access.lock(session(who), displayId);
          Instant now = clock.now();
          conversation.contactLastSeenAt(now);
          conversation.touch(now);
          events.conversationRead(conversation);
          for (SupportMessage message : messages.unreadByContact(conversation.id())) {
            Change change = new Change(message.status(), "read");
            message.status("read");
            message.touch(now);
            events.messageUpdated(conversation, message, Map.of("status", change), null);
          }
        });
  }

  /** A page of what the contact may see of a conversation, ascending. */
  public JsonArray messages(ContactAddress who, long displayId, MessageRequest request) {
    return transactions.read(
        () -> {
          Conversation conversation = access.open(session(who), displayId);
          List<SupportMessage> found =
              messages.page(
                  MessagePageQuery.of(conversation.id(), request.after(), request.before(), true));
          return views.messages(found);
        });
  }

  /**
   * Says something. A repeat of the same name and text is answered with the first.
   *
   * @throws Refusal NOT_FOUND, INVALID, TOO_MANY, FORBIDDEN in a conversation that is over
   */
  public JsonObject post(ContactAddress who, long displayId, Draft draft) {
    return transactions.write(
        () -> {
          Conversation conversation = access.lock(session(who), displayId);
          mustGoOn(conversation);
          return views.message(messaging.fromContact(conversation, draft, null));
        });
  }

  /**
   * Fills in what a message asks for.
   *
   * @param values a JSON object or array as text
   */
  public JsonObject submit(ContactAddress who, long displayId, long messageId, String values) {
    return fill(who, displayId, messageId, before -> JsonTexts.submitted(before, values));
  }

  /** Fills in the e-mail address that a message asks for; the contact stays as it is. */
  public JsonObject submitEmail(ContactAddress who, long displayId, long messageId, String email) {
    String kept = ContactRules.email(email);
    return fill(
        who, displayId, messageId, before -> JsonTexts.with(before, "submitted_email", kept));
  }

  private JsonObject fill(
      ContactAddress who, long displayId, long messageId, UnaryOperator<String> filled) {
    return transactions.write(
        () -> {
          Conversation conversation = access.lock(session(who), displayId);
          SupportMessage message =
              messages
                  .find(conversation.id(), messageId)
                  .filter(SupportMessage::isPublic)
                  .filter(found -> !found.deleted())
                  .orElseThrow(DeskAccess::nothing);
          String before = message.contentAttributes();
          String after = filled.apply(before);
          if (after.length() > ATTRIBUTES) {
            throw Refusal.invalid("This is too much to fill in.");
          }
          message.contentAttributes(after);
          message.touch(clock.now());
          Change change = new Change(before, after);
          events.messageUpdated(conversation, message, Map.of("content_attributes", change), null);
          return views.message(message);
        });
  }

  /** Refuses what is said in a conversation that is over, where it then stays so. */
  static void mustGoOn(Conversation conversation) {
    if (conversation.status().equals(Conversation.RESOLVED)
        && !conversation.inbox().allowMessagesAfterResolved()) {
      throw Refusal.forbidden("This conversation is over.");
    }
  }

  private ContactInbox session(ContactAddress who) {
    return access.contactInbox(who.inboxIdentifier(), who.sourceId());
  }

  private List<Conversation> own(ContactInbox session) {
    return session.hmacVerified()
        ? conversations.ofVerifiedContact(session.inbox().id(), session.contact().id())
        : conversations.ofContactInbox(session.id());
  }
}
