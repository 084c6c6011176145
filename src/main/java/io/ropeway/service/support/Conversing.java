package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountCounter;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins conversations, within the running transaction. */
@ApplicationScoped
class Conversing {

  @Inject ConversationRepository conversations;
  @Inject MembershipRepository memberships;
  @Inject MessageStore store;
  @Inject Turns turns;
  @Inject Notifying notifying;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** What a new conversation begins with besides its first message; nulls for what is usual. */
  record Start(
      @Nullable String status,
      @Nullable String additionalAttributes,
      @Nullable String customAttributes) {

    static final Start USUAL = new Start(null, null, null);
  }

  /**
   * Begins a conversation; where a contact has one at most, and has one, that is the answer.
   *
   * @param by null for the contact
   */
  Conversation begin(ContactInbox who, Start start, @Nullable AppUser by) {
    Inbox inbox = who.inbox();
    // Also keeps two that begin at once from both finding none.
    AccountCounter counter = memberships.lockCounter(inbox.account().id());
    if (inbox.lockToSingleConversation()) {
      Optional<Conversation> last = last(who);
      if (last.isPresent()) {
        return last.get();
      }
    }
    Contact contact = who.contact();
    String usual = contact.blocked() ? Conversation.RESOLVED : Conversation.OPEN;
    long displayId = counter.takeDisplayId();
    Conversation conversation =
        new Conversation(
            who, displayId, start.status() == null ? usual : start.status(), clock.now());
    if (start.additionalAttributes() != null) {
      conversation.additionalAttributes(start.additionalAttributes());
    }
    if (start.customAttributes() != null) {
      conversation.customAttributes(start.customAttributes());
    }
    conversations.add(conversation);
    events.conversationCreated(conversation, by);
    notifying.conversationCreated(conversation, by);
    turns.offer(conversation);
    String greeting = inbox.greetingMessage();
    if (by == null && inbox.greetingEnabled() && greeting != null && !greeting.isBlank()) {
      store.greeting(conversation, greeting);
    }
    return conversation;
  }

  /** The newest conversation of a contact in an inbox, locked. */
  private Optional<Conversation> last(ContactInbox who) {
    return conversations.lastId(who.inbox().id(), who.contact().id()).flatMap(conversations::lock);
  }
}
