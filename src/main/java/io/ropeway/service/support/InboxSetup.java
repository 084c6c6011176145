package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.CachedList;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.InboxBody;
import io.ropeway.service.support.event.DeskRights;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Inboxes and who answers in them, for administrators. Each call is a transaction. */
@ApplicationScoped
public class InboxSetup {

  private static final int NAME = 100;
  private static final int GREETING = 2_000;
  private static final int ADDRESS = 500;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject InboxRepository inboxes;
  @Inject CachedLists lists;
  @Inject DeskRights rights;
  @Inject DatabaseClock clock;

  /**
   * Makes an inbox.
   *
   * @param channelType {@code Channel::Api} or {@code Channel::WebWidget}
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID
   */
  public JsonObject create(
      Identity who, long accountId, String channelType, InboxSettings settings) {
    if (!channelType.equals(Inbox.API) && !channelType.equals(Inbox.WEBSITE)) {
      throw Refusal.invalid("An inbox is a Channel::Api or a Channel::WebWidget.");
    }
    return transactions.write(
        () -> {
          Agent admin = access.administrator(who, accountId);
          Inbox inbox = new Inbox(admin.membership().account(), "", channelType, clock.now());
          write(inbox, settings);
          if (inbox.name().isBlank()) {
            throw Refusal.invalid("Name can't be blank");
          }
          inboxes.add(inbox);
          lists.changed(accountId, CachedList.INBOXES);
          return InboxBody.ofAdministrator(inbox);
        });
  }

  /** Changes an inbox. */
  public JsonObject update(Identity who, long accountId, long inboxId, InboxSettings settings) {
    return transactions.write(
        () -> {
          access.administrator(who, accountId);
          Inbox inbox = inboxes.find(accountId, inboxId).orElseThrow(DeskAccess::nothing);
          write(inbox, settings);
          inbox.touch(clock.now());
          lists.changed(accountId, CachedList.INBOXES);
          return InboxBody.ofAdministrator(inbox);
        });
  }

  /**
   * Has exactly these users of the account answer in an inbox. Whoever does no longer stops hearing
   * of it at once.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID for somebody who is not of the account
   */
  public void members(Identity who, long accountId, long inboxId, Collection<Long> userIds) {
    transactions.change(
        () -> {
          access.administrator(who, accountId);
          Inbox inbox = inboxes.find(accountId, inboxId).orElseThrow(DeskAccess::nothing);
          lists.hold(accountId);
          inboxes.lock(inboxId);
          Set<Long> wanted = new HashSet<>(userIds);
          List<AccountUser> users = access.everybodyOf(accountId, wanted);
          Set<Long> before = new HashSet<>();
          for (InboxMember member : inboxes.members(inboxId)) {
            before.add(member.user().id());
            if (!wanted.contains(member.user().id())) {
              inboxes.remove(member);
              rights.leftInbox(inboxId, member.user().id());
            }
          }
          for (AccountUser user : users) {
            if (!before.contains(user.user().id())) {
              inboxes.add(new InboxMember(inbox, user.user(), clock.now()));
              rights.changed(accountId, user.user().id());
            }
          }
          lists.changed(accountId, CachedList.INBOXES);
        });
  }

  private static void write(Inbox inbox, InboxSettings settings) {
    String name = settings.name();
    if (name != null) {
      inbox.name(bounded(name.strip(), NAME));
    }
    Boolean mandatory = settings.hmacMandatory();
    if (mandatory != null) {
      inbox.hmacMandatory(mandatory);
    }
    Boolean auto = settings.enableAutoAssignment();
    if (auto != null) {
      inbox.enableAutoAssignment(auto);
    }
    Boolean single = settings.lockToSingleConversation();
    if (single != null) {
      inbox.lockToSingleConversation(single);
    }
    Boolean after = settings.allowMessagesAfterResolved();
    if (after != null) {
      inbox.allowMessagesAfterResolved(after);
    }
    Boolean greets = settings.greetingEnabled();
    if (greets != null) {
      inbox.greetingEnabled(greets);
    }
    String greeting = settings.greetingMessage();
    if (greeting != null) {
      inbox.greetingMessage(bounded(greeting, GREETING));
    }
    String address = settings.websiteUrl();
    if (address != null) {
      inbox.websiteUrl(bounded(address.strip(), ADDRESS));
    }
  }

  private static String bounded(String text, int characters) {
    if (text.length() > characters || text.indexOf(0) >= 0) {
      throw Refusal.invalid("A text has at most " + characters + " characters.");
    }
    return text;
  }
}
