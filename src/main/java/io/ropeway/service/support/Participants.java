package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.InvolvementRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.AgentBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who takes part in a conversation. Each call is a transaction. */
@ApplicationScoped
public class Participants {

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject Assignments assignments;
  @Inject InvolvementRepository involvement;
  @Inject MembershipRepository memberships;
  @Inject Rosters rosters;
  @Inject DatabaseClock clock;

  /** Those who take part. */
  public List<JsonObject> list(Identity who, long accountId, long displayId) {
    return transactions.read(
        () -> views(accountId, access.open(access.agent(who, accountId), displayId)));
  }

  /**
   * Has exactly these users take part; answers with them.
   *
   * @throws Refusal NOT_FOUND, INVALID for one who may not open the conversation
   */
  public List<JsonObject> replace(
      Identity who, long accountId, long displayId, Collection<Long> userIds) {
    return transactions.write(
        () -> {
          Conversation conversation = access.lock(access.agent(who, accountId), displayId);
          Set<Long> wanted = new HashSet<>(userIds);
          Set<Long> allowed =
              wanted.isEmpty()
                  ? Set.of()
                  : Set.copyOf(memberships.mayOpen(conversation.id(), wanted));
          if (!allowed.equals(wanted)) {
            throw Refusal.invalid("Not all of them may open this conversation.");
          }
          for (AppUser user : involvement.participants(conversation.id())) {
            if (!wanted.remove(user.id())) {
              involvement.participant(conversation.id(), user.id()).ifPresent(involvement::remove);
            }
          }
          if (!wanted.isEmpty()) {
            memberships
                .ofUsers(accountId, List.copyOf(wanted))
                .forEach(member -> assignments.join(conversation, member.user()));
          }
          return views(accountId, conversation);
        });
  }

  private List<JsonObject> views(long accountId, Conversation conversation) {
    List<Long> ids = involvement.participants(conversation.id()).stream().map(AppUser::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Roster roster = rosters.recent(accountId);
    List<AccountUser> members = memberships.ofUsers(accountId, ids);
    return members.stream().map(member -> AgentBody.of(member, roster)).toList();
  }
}
