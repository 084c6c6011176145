package io.ropeway.service.support;

import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.Users;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Who may see and change what at the desk: administrators everything of their account; agents the
 * conversations of the inboxes in which they answer and of their teams; contacts their own. What
 * somebody may not see does not exist for them. Wants a transaction around it.
 */
@ApplicationScoped
public class DeskAccess {

  static final String NOTHING = "Resource could not be found";

  @Inject MembershipRepository memberships;
  @Inject InboxRepository inboxes;
  @Inject TeamRepository teams;
  @Inject ConversationRepository conversations;
  @Inject ContactRepository contacts;

  /**
   * The user in an account.
   *
   * @throws Refusal NOT_FOUND if the user does not belong to it, UNAUTHENTICATED if it is suspended
   */
  public Agent agent(Identity who, long accountId) {
    AccountUser membership =
        memberships.find(accountId, Users.userId(who)).orElseThrow(DeskAccess::nothing);
    if (!membership.account().isActive()) {
      throw Refusal.unauthenticated("This account is suspended.");
    }
    return new Agent(membership);
  }

  /**
   * The user in an account that it administers.
   *
   * @throws Refusal as {@link #agent}, and FORBIDDEN for agents
   */
  public Agent administrator(Identity who, long accountId) {
    Agent agent = agent(who, accountId);
    if (!agent.isAdministrator()) {
      throw Refusal.forbidden("Only administrators may do this.");
    }
    return agent;
  }

  /**
   * A conversation that the agent may open, by the number that clients call it.
   *
   * @throws Refusal NOT_FOUND
   */
  public Conversation open(Agent agent, long displayId) {
    return conversations
        .findByDisplayId(agent.accountId(), displayId)
        .filter(conversation -> mayOpen(agent, conversation))
        .orElseThrow(DeskAccess::nothing);
  }

  /** The same, locked until the transaction ends; to be called before it is read otherwise. */
  public Conversation lock(Agent agent, long displayId) {
    return conversations
        .idOf(agent.accountId(), displayId)
        .flatMap(conversations::lock)
        .filter(conversation -> mayOpen(agent, conversation))
        .orElseThrow(DeskAccess::nothing);
  }

  /** Whether the agent may open a conversation of the account. */
  public boolean mayOpen(Agent agent, Conversation conversation) {
    Team team = conversation.team();
    return agent.isAdministrator()
        || inboxes.isMember(conversation.inbox().id(), agent.userId())
        || team != null && teams.isMember(team.id(), agent.userId());
  }

  /** A conversation of a contact inbox's, locked as {@link #lock(Agent, long)}. */
  Conversation lock(ContactInbox who, long displayId) {
    return conversations
        .idOf(who.inbox().account().id(), displayId)
        .flatMap(conversations::lock)
        .filter(conversation -> isOwn(who, conversation))
        .orElseThrow(DeskAccess::nothing);
  }

  /** A conversation of a contact inbox's. */
  Conversation open(ContactInbox who, long displayId) {
    return conversations
        .findByDisplayId(who.inbox().account().id(), displayId)
        .filter(conversation -> isOwn(who, conversation))
        .orElseThrow(DeskAccess::nothing);
  }

  /** Its own; and once it is proved who the contact is, those of all the contact's proved ones. */
  static boolean isOwn(ContactInbox who, Conversation conversation) {
    ContactInbox owner = conversation.contactInbox();
    return owner.id() == who.id()
        || who.hmacVerified()
            && owner.hmacVerified()
            && owner.inbox().id() == who.inbox().id()
            && owner.contact().id() == who.contact().id();
  }

  /**
   * A contact inbox by what the inbox calls it.
   *
   * @throws Refusal NOT_FOUND
   */
  ContactInbox contactInbox(String inboxIdentifier, String sourceId) {
    return inboxes
        .findByIdentifier(inboxIdentifier)
        .filter(inbox -> inbox.account().isActive())
        .flatMap(inbox -> contacts.findBySource(inbox.id(), sourceId))
        .orElseThrow(DeskAccess::nothing);
  }

  /** A contact of the agent's account. */
  Contact contact(Agent agent, long contactId) {
    return contacts.find(agent.accountId(), contactId).orElseThrow(DeskAccess::nothing);
  }

  /** The memberships of users who must all be of the account; INVALID if one is not. */
  List<AccountUser> everybodyOf(long accountId, Set<Long> userIds) {
    List<AccountUser> users =
        userIds.isEmpty() ? List.of() : memberships.ofUsers(accountId, List.copyOf(userIds));
    if (users.size() != userIds.size()) {
      throw Refusal.invalid("Not all of them are of this account.");
    }
    return users;
  }

  static Refusal nothing() {
    return Refusal.notFound(NOTHING);
  }
}
