package io.ropeway.service.support.event;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.UseCase;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may listen at the desk, and to what. Nobody of a suspended account may. Blocks for the
 * database.
 */
@UseCase
@ApplicationScoped
public class DeskAudiences {

  @Inject UserRepository users;
  @Inject MembershipRepository memberships;
  @Inject InboxRepository inboxes;
  @Inject TeamRepository teams;
  @Inject ContactRepository contacts;
  @Inject ConversationRepository conversations;

  /** The user of a token and an id, in one of the user's accounts. */
  public Optional<DeskListener> user(String token, long userId, long accountId) {
    return users
        .findByPubsubToken(token)
        .filter(user -> user.id() == userId)
        .flatMap(user -> memberships.find(accountId, userId))
        .filter(membership -> membership.account().isActive())
        .map(this::listener);
  }

  /** A user who is connected, in one of the user's accounts. */
  public Optional<DeskListener> member(Identity who, long accountId) {
    return who.kind() == Identity.Kind.USER
        ? memberships
            .find(accountId, Long.parseLong(who.id()))
            .filter(membership -> membership.account().isActive())
            .map(this::listener)
        : Optional.empty();
  }

  /** The contact of a token. */
  public Optional<DeskListener> contact(String token) {
    return contacts
        .findByPubsubToken(token)
        .filter(found -> found.inbox().account().isActive())
        .map(DeskAudiences::listener);
  }

  /** Whom a token speaks for, a user or a contact. */
  public Optional<Identity> identify(String token) {
    return users
        .findByPubsubToken(token)
        .map(DeskAudiences::identity)
        .or(() -> contact(token).map(DeskListener::identity));
  }

  /**
   * A place for a user to look at a conversation that the user has been given, or administers.
   *
   * @param id the number that clients call it in an account, or else the row's id
   */
  public Optional<ConversationSeat> seat(Identity who, long id, @Nullable Long accountId) {
    return conversation(id, accountId)
        .flatMap(
            conversation ->
                member(who, conversation.account().id())
                    .flatMap(listener -> seat(listener, conversation)));
  }

  private Optional<Conversation> conversation(long id, @Nullable Long accountId) {
    return accountId == null
        ? conversations.find(id)
        : conversations.findByDisplayId(accountId, id);
  }

  private static Optional<ConversationSeat> seat(DeskListener who, Conversation conversation) {
    boolean administers = who.streams().contains(DeskStreams.admins(conversation.account().id()));
    AppUser assignee = conversation.assignee();
    if (!administers && (assignee == null || assignee.id() != who.personId())) {
      return Optional.empty();
    }
    return DeskStreams.staff(conversation).stream()
        .filter(who.streams()::contains)
        .findFirst()
        .map(
            stream ->
                new ConversationSeat(
                    who, conversation.id(), conversation.displayId(), stream, administers));
  }

  private DeskListener listener(AccountUser membership) {
    long account = membership.account().id();
    long user = membership.user().id();
    Set<String> streams = new HashSet<>();
    streams.add(DeskStreams.user(account, user));
    streams.add(DeskStreams.account(account));
    if (membership.isAdministrator()) {
      streams.add(DeskStreams.admins(account));
    } else {
      List<Inbox> answered = inboxes.ofMember(account, user);
      answered.forEach(inbox -> streams.add(DeskStreams.inbox(inbox.id())));
      List<Team> joined = teams.ofMember(account, user);
      joined.forEach(team -> streams.add(DeskStreams.team(team.id())));
    }
    return new DeskListener(identity(membership.user()), true, account, user, streams);
  }

  private static DeskListener listener(ContactInbox found) {
    Set<String> streams = new HashSet<>();
    streams.add(DeskStreams.contact(found.id()));
    if (found.hmacVerified()) {
      streams.add(DeskStreams.verified(found.contact().id()));
    }
    String id = String.valueOf(found.id());
    Identity identity =
        new Identity(
            Identity.Kind.CONTACT,
            id,
            found.contact().name(),
            Set.of(),
            Map.of("contact", id),
            null,
            null);
    return new DeskListener(
        identity, false, found.inbox().account().id(), found.contact().id(), streams);
  }

  private static Identity identity(AppUser user) {
    String id = String.valueOf(user.id());
    return new Identity(
        Identity.Kind.USER, id, user.name(), Set.of(user.role()), Map.of("user", id), null, null);
  }
}
