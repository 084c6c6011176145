package io.ropeway.service.support;

import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskTyping;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who says that they type, or no longer do. Each call is a transaction. */
@ApplicationScoped
public class TypingSignals {

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject DeskTyping typing;

  /**
   * An agent types.
   *
   * @param inNote whether in a note, of which the contact is not told
   * @throws Refusal NOT_FOUND
   */
  public void byAgent(Identity who, long accountId, long displayId, boolean types, boolean inNote) {
    transactions.read(
        () -> {
          Agent agent = access.agent(who, accountId);
          Conversation conversation = access.open(agent, displayId);
          typing.user(conversation, agent.user(), types, inNote);
          return types;
        });
  }

  /**
   * The contact types.
   *
   * @throws Refusal NOT_FOUND
   */
  public void byContact(ContactAddress who, long displayId, boolean types) {
    transactions.read(
        () -> {
          ContactInbox session = access.contactInbox(who.inboxIdentifier(), who.sourceId());
          typing.contact(access.open(session, displayId), types);
          return types;
        });
  }
}
