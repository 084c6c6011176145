package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.InvolvementRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.Mention;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Users and teams that are named in notes, as {@code (mention://user/7/Ana)} or {@code
 * (mention://team/4/tier 2)}. Those who answer in the inbox and administrators count, but the
 * author.
 */
@ApplicationScoped
class Mentions {

  private static final Pattern MENTION =
      Pattern.compile("\\(mention://(user|team)/(\\d{1,18})/[^)]*\\)");

  @Inject InboxRepository inboxes;
  @Inject TeamRepository teams;
  @Inject MembershipRepository memberships;
  @Inject InvolvementRepository involvement;
  @Inject Assignments assignments;
  @Inject Notifying notifying;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** Tells those whom a note names, who take part from now on; answers with their ids. */
  Set<Long> note(Conversation conversation, SupportMessage message, AppUser author) {
    Set<Long> named = named(conversation, message.content());
    named.remove(author.id());
    if (named.isEmpty()) {
      return Set.of();
    }
    Set<Long> members = new HashSet<>(inboxes.memberIds(conversation.inbox().id()));
    Instant now = clock.now();
    Set<Long> told = new TreeSet<>();
    List<AccountUser> users = memberships.ofUsers(conversation.account().id(), List.copyOf(named));
    for (AccountUser one : users) {
      if (one.isAdministrator() || members.contains(one.user().id())) {
        mention(conversation, message, one.user(), author, now);
        told.add(one.user().id());
      }
    }
    return told;
  }

  private void mention(
      Conversation conversation,
      SupportMessage message,
      AppUser user,
      AppUser author,
      Instant now) {
    Optional<Mention> before = involvement.mention(conversation.id(), user.id());
    before.ifPresentOrElse(
        mention -> mention.mentionedAt(now),
        () -> involvement.add(new Mention(conversation, user, now)));
    assignments.join(conversation, user);
    events.conversationMentioned(conversation, user, author);
    notifying.mentioned(conversation, message, user);
  }

  private Set<Long> named(Conversation conversation, @Nullable String text) {
    Set<Long> ids = new TreeSet<>();
    Matcher matcher = MENTION.matcher(text == null ? "" : text);
    while (matcher.find()) {
      long id = Long.parseLong(matcher.group(2));
      if (matcher.group(1).equals("user")) {
        ids.add(id);
      } else {
        teams
            .find(conversation.account().id(), id)
            .map(Team::id)
            .map(teams::memberIds)
            .ifPresent(ids::addAll);
      }
    }
    return ids;
  }
}
