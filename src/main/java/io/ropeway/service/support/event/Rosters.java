package io.ropeway.service.support.event;

import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.room.PresenceChange;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.support.body.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Who of an account is there, on any node. Wants a transaction around it.
 *
 * <p>A roster that is a second old is good enough beside something else that is told; who is asked
 * for nothing but the roster gets a new one.
 */
@ApplicationScoped
public class Rosters {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final String USER = "user:";
  private static final String CONTACT = "contact:";

  @Inject PresenceRegistry presence;
  @Inject MembershipRepository memberships;

  private final ConcurrentMap<Long, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(Roster roster, long nanos) {}

  /** As what a user is present at the {@linkplain DeskStreams#place place} of an account. */
  public static String user(long userId) {
    return USER + userId;
  }

  /** As what a contact is. */
  public static String contact(long contactId) {
    return CONTACT + contactId;
  }

  /** The roster, a second old at most. */
  public Roster recent(long accountId) {
    Seen last = seen.get(accountId);
    return last != null && System.nanoTime() - last.nanos < FRESH_NANOS
        ? last.roster
        : now(accountId);
  }

  /** The roster as it is. */
  public Roster now(long accountId) {
    Set<String> present = presence.present(DeskStreams.place(accountId));
    Map<Long, String> users = new HashMap<>();
    for (AccountUser member : memberships.ofAccount(accountId)) {
      if (!member.autoOffline() || present.contains(user(member.user().id()))) {
        users.put(member.user().id(), member.availability());
      }
    }
    Set<Long> contacts = new HashSet<>();
    for (String who : present) {
      if (who.startsWith(CONTACT)) {
        contacts.add(Long.parseLong(who.substring(CONTACT.length())));
      }
    }
    Roster roster = new Roster(users, contacts);
    seen.put(accountId, new Seen(roster, System.nanoTime()));
    return roster;
  }

  /** Somebody came or went. */
  void changed(@Observes PresenceChange change) {
    if (DeskStreams.isPlace(change.room())) {
      seen.remove(DeskStreams.accountOf(change.room()));
    }
  }
}
