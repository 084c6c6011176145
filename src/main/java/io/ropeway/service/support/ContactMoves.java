package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.service.support.event.DeskRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Makes a session that of another contact, within the running transaction. */
@ApplicationScoped
class ContactMoves {

  @Inject ContactMerges merges;
  @Inject ContactRepository contacts;
  @Inject ConversationRepository conversations;
  @Inject SupportMessageRepository messages;
  @Inject DeskEvents events;
  @Inject DeskRights rights;
  @Inject DatabaseClock clock;

  /**
   * Moves a session with its conversations. A contact that nobody knows and that has no other
   * session goes with it. What was proved of the session was proved for who it was, and is no more.
   */
  void move(ContactInbox session, Contact to) {
    Contact from = session.contact();
    session.hmacVerified(false);
    if (from.identifier() == null && contacts.contactInboxes(from.id()).size() == 1) {
      merges.join(to.account().id(), to.id(), from.id(), null);
      return;
    }
    List<Conversation> moved =
        conversations.ofContactInbox(session.id()).stream()
            .flatMap(found -> conversations.lock(found.id()).stream())
            .toList();
    session.contact(to);
    session.touch(clock.now());
    rights.changed(session);
    for (Conversation conversation : moved) {
      messages.moveSender(conversation.id(), from.id(), to.id());
      conversation.contact(to);
      conversation.touch(clock.now());
      events.conversationContactChanged(conversation, null);
    }
  }
}
