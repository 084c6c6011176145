package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Sender;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages into conversations, with all that follows from them, within the running
 * transaction. The caller holds the conversation's lock.
 */
@ApplicationScoped
class Messaging {

  @Inject SupportMessageRepository messages;
  @Inject MessageStore store;
  @Inject DraftRules rules;
  @Inject Statuses statuses;
  @Inject Mentions mentions;
  @Inject Notifying notifying;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** The contact says something, which opens a conversation that was done or put off. */
  SupportMessage fromContact(Conversation conversation, Draft draft, @Nullable AppUser by) {
    Contact contact = conversation.contact();
    Sender sender = Sender.of(contact);
    Optional<SupportMessage> repeated = first(conversation, sender, draft);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    Instant now = clock.now();
    rules.admit(conversation, now);
    statuses.contactSpeaks(conversation);
    boolean beganToWait = conversation.waitingSince() == null;
    SupportMessage message = store.add(conversation, sender, SupportMessage.INCOMING, draft, now);
    conversation.unreadCount(conversation.unreadCount() + 1);
    if (beganToWait) {
      conversation.waitingSince(now);
    }
    events.messageCreated(conversation, message, by);
    contact.lastActivityAt(now);
    contact.touch(now);
    events.contactUpdated(contact, by);
    notifying.messageCreated(conversation, message, Set.of());
    if (beganToWait) {
      events.conversationUpdated(conversation, by);
    }
    return message;
  }

  /** An agent says something, to the contact or, in a note, to the other agents. */
  SupportMessage fromAgent(Conversation conversation, AppUser agent, Draft draft) {
    Sender sender = Sender.of(agent);
    Optional<SupportMessage> repeated = first(conversation, sender, draft);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    Instant now = clock.now();
    rules.admit(conversation, now);
    boolean isReply = !draft.privateNote();
    boolean isFirst = isReply && conversation.firstReplyCreatedAt() == null;
    boolean waited = conversation.waitingSince() != null;
    SupportMessage message = store.add(conversation, sender, SupportMessage.OUTGOING, draft, now);
    if (isFirst) {
      conversation.firstReplyCreatedAt(now);
    }
    if (isReply) {
      conversation.waitingSince(null);
    }
    events.messageCreated(conversation, message, agent);
    if (isFirst) {
      events.firstReplyCreated(conversation, message, agent);
    }
    if (isFirst || isReply && waited) {
      events.conversationUpdated(conversation, agent);
    }
    Set<Long> mentioned =
        draft.privateNote() ? mentions.note(conversation, message, agent) : Set.of();
    notifying.messageCreated(conversation, message, mentioned);
    return message;
  }

  /** What the same sender has sent before under the same name, with the same text. */
  private Optional<SupportMessage> first(Conversation conversation, Sender sender, Draft draft) {
    DraftRules.check(draft);
    String echo = draft.echoId();
    if (echo == null) {
      return Optional.empty();
    }
    return messages
        .findByEcho(conversation.id(), echo)
        .filter(message -> isOf(message, sender))
        .filter(message -> Objects.equals(message.content(), draft.content()));
  }

  private static boolean isOf(SupportMessage message, Sender sender) {
    AppUser user = sender.user();
    Contact contact = sender.contact();
    AppUser itsUser = message.senderUser();
    Contact itsContact = message.senderContact();
    return user != null && itsUser != null && itsUser.id() == user.id()
        || contact != null && itsContact != null && itsContact.id() == contact.id();
  }
}
