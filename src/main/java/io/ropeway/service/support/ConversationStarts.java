package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.service.Refusal;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** Conversations that agents begin. Each call is a transaction. */
@ApplicationScoped
public class ConversationStarts {

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject DeskViews views;
  @Inject Conversing conversing;
  @Inject Messaging messaging;
  @Inject ConversationAssignments assignments;
  @Inject InboxRepository inboxes;
  @Inject ContactRepository contacts;
  @Inject DatabaseClock clock;

  /**
   * Begins a conversation in an inbox in which the agent answers.
   *
   * @throws Refusal NOT_FOUND, INVALID
   */
  public JsonObject begin(Identity who, long accountId, NewConversation wanted) {
    String status = wanted.status();
    Statuses.check(status);
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation =
              conversing.begin(
                  source(agent, wanted),
                  new Conversing.Start(
                      status, wanted.additionalAttributes(), wanted.customAttributes()),
                  agent.user());
          if (wanted.teamId() != null) {
            assignments.assignTeam(conversation, wanted.teamId(), agent);
          }
          if (wanted.assigneeId() != null) {
            assignments.assign(conversation, wanted.assigneeId(), agent);
          }
          Draft first = wanted.message();
          if (first != null) {
            messaging.fromAgent(conversation, agent.user(), first);
          }
          return views.conversation(conversation);
        });
  }

  private ContactInbox source(Agent agent, NewConversation wanted) {
    Inbox inbox =
        inboxes
            .find(agent.accountId(), wanted.inboxId())
            .filter(
                found -> agent.isAdministrator() || inboxes.isMember(found.id(), agent.userId()))
            .orElseThrow(DeskAccess::nothing);
    Contact contact = access.contact(agent, wanted.contactId());
    String sourceId = wanted.sourceId();
    Optional<ContactInbox> existing =
        sourceId != null
            ? contacts.findBySource(inbox.id(), sourceId)
            : contacts.contactInboxes(contact.id()).stream()
                .filter(one -> one.inbox().id() == inbox.id())
                .findFirst();
    if (existing.isPresent()) {
      return existing
          .filter(one -> one.contact().id() == contact.id())
          .orElseThrow(() -> Refusal.invalid("This source is another contact's."));
    }
    ContactInbox made =
        new ContactInbox(
            contact,
            inbox,
            sourceId == null ? UUID.randomUUID().toString() : sourceId,
            clock.now());
    contacts.add(made);
    return made;
  }
}
