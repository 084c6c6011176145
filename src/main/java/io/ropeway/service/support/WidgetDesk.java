package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.MessagePageQuery;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.WidgetBody;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What visitors do by the widget of a website, which knows of their newest conversation alone. Each
 * call is a transaction.
 */
@ApplicationScoped
public class WidgetDesk {

  private static final int ATTRIBUTES = 60_000;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject ContactViews views;
  @Inject Conversing conversing;
  @Inject Messaging messaging;
  @Inject ConversationRepository conversations;
  @Inject SupportMessageRepository messages;
  @Inject MembershipRepository memberships;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /**
   * What a conversation begins with besides its first message.
   *
   * @param additionalAttributes a JSON object as text; null for none
   * @param customAttributes a JSON object as text; null for none
   */
  public record Start(@Nullable String additionalAttributes, @Nullable String customAttributes) {}

  /** The number of the visitor's conversation; empty if there is none yet. */
  public Optional<Long> number(ContactAddress who) {
    return transactions.read(() -> last(session(who)).map(Conversation::displayId));
  }

  /** The visitor's conversation; an empty object if there is none yet. */
  public JsonObject conversation(ContactAddress who) {
    return transactions.read(
        () -> last(session(who)).map(views::conversation).orElse(JsonValue.EMPTY_JSON_OBJECT));
  }

  /** A page of what the visitor may see of it, ascending. */
  public JsonObject messages(ContactAddress who, MessageRequest request) {
    return transactions.read(
        () -> {
          Optional<Conversation> found = last(session(who));
          if (found.isEmpty()) {
            return WidgetBody.noMessages();
          }
          MessagePageQuery page =
              MessagePageQuery.of(found.get().id(), request.after(), request.before(), true);
          return WidgetBody.messages(found.get(), views.messages(messages.page(page)));
        });
  }

  /**
   * Begins a conversation, or goes on with the last where there is one at most.
   *
   * @param first what to say in it; null for nothing
   * @throws Refusal INVALID, TOO_MANY
   */
  public JsonObject begin(ContactAddress who, Start start, @Nullable Draft first) {
    return transactions.write(
        () -> {
          Conversation conversation = begin(session(who), start);
          if (first != null) {
            messaging.fromContact(conversation, first, null);
          }
          return views.conversation(conversation);
        });
  }

  /**
   * Says something, with which a conversation begins if there is none. A repeat of the same name
   * and text is answered with the first.
   *
   * @throws Refusal INVALID, TOO_MANY, FORBIDDEN in a conversation that is over
   */
  public JsonObject post(ContactAddress who, Start start, Draft draft) {
    return transactions.write(
        () -> {
          ContactInbox session = session(who);
          Conversation conversation = lockLast(session).orElseGet(() -> beginOnce(session, start));
          ContactDesk.mustGoOn(conversation);
          return views.message(messaging.fromContact(conversation, draft, null));
        });
  }

  /** Puts some attributes on the conversation, beside those that there are. */
  public void attribute(ContactAddress who, String more) {
    attributes(who, before -> JsonTexts.merged(before, more));
  }

  /** Takes some attributes off the conversation. */
  public void forget(ContactAddress who, Iterable<String> names) {
    attributes(who, before -> JsonTexts.without(before, names));
  }

  private void attributes(ContactAddress who, UnaryOperator<String> change) {
    transactions.change(
        () -> {
          Conversation conversation = lockLast(session(who)).orElseThrow(DeskAccess::nothing);
          String before = conversation.customAttributes();
          String after = change.apply(before);
          if (after.length() > ATTRIBUTES) {
            throw Refusal.invalid("These are too many attributes.");
          }
          if (!after.equals(before)) {
            conversation.customAttributes(after);
            conversation.touch(clock.now());
            events.conversationUpdated(conversation, null);
          }
        });
  }

  /** Two first messages that come at once are of one conversation. */
  private Conversation beginOnce(ContactInbox session, Start start) {
    memberships.lockCounter(session.inbox().account().id());
    return lockLast(session).orElseGet(() -> begin(session, start));
  }

  private Conversation begin(ContactInbox session, Start start) {
    return conversing.begin(
        session,
        new Conversing.Start(null, start.additionalAttributes(), start.customAttributes()),
        null);
  }

  private Optional<Conversation> lockLast(ContactInbox session) {
    return last(session).flatMap(found -> conversations.lock(found.id()));
  }

  private Optional<Conversation> last(ContactInbox session) {
    return session.hmacVerified()
        ? conversations.lastOfVerifiedContact(session.inbox().id(), session.contact().id())
        : conversations.lastOfContactInbox(session.id());
  }

  private ContactInbox session(ContactAddress who) {
    return access.contactInbox(who.inboxIdentifier(), who.sourceId());
  }
}
