package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.service.support.event.DeskRights;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one contact of two that are the same person. */
@ApplicationScoped
public class ContactMerges {

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject DeskViews views;
  @Inject ContactRepository contacts;
  @Inject ConversationRepository conversations;
  @Inject SupportMessageRepository messages;
  @Inject LabelRepository labels;
  @Inject DeskEvents events;
  @Inject DeskRights rights;
  @Inject DatabaseClock clock;

  /**
   * Moves everything of one contact to another, which wins where both say something; answers with
   * the one that stays.
   *
   * @throws Refusal NOT_FOUND, INVALID for a contact with itself
   */
  public JsonObject merge(Identity who, long accountId, long baseId, long otherId) {
    if (baseId == otherId) {
      throw Refusal.invalid("A contact cannot be merged with itself.");
    }
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          access.contact(agent, baseId);
          access.contact(agent, otherId);
          return views.contact(join(accountId, baseId, otherId, agent.user()));
        });
  }

  /** The same within the running transaction; answers with the contact that stays. */
  Contact join(long accountId, long baseId, long otherId, @Nullable AppUser by) {
    // Conversations before contacts, by id, as whoever says something locks them.
    List<Conversation> moved =
        conversations.idsOfContact(otherId).stream()
            .flatMap(id -> conversations.lock(id).stream())
            .toList();
    Contact base = lock(accountId, Math.min(baseId, otherId), baseId);
    Contact other = lock(accountId, Math.max(baseId, otherId), otherId);
    move(base, other, moved, by);
    return base;
  }

  /** Locks the contact of the first id, and returns the one of the second. */
  private Contact lock(long accountId, long first, long wanted) {
    contacts.lock(accountId, first);
    return contacts.find(accountId, wanted).orElseThrow(DeskAccess::nothing);
  }

  private void move(Contact base, Contact other, List<Conversation> moved, @Nullable AppUser by) {
    Instant now = clock.now();
    for (ContactInbox session : contacts.contactInboxes(other.id())) {
      session.contact(base);
      session.touch(now);
      rights.changed(session);
    }
    messages.moveSender(other.id(), base.id());
    List<String> titles = new ArrayList<>(labels.ofContact(base.id()));
    titles.addAll(labels.ofContact(other.id()));
    labels.replaceOfContact(base.id(), ConversationLabels.titles(titles));
    for (Conversation conversation : moved) {
      conversation.contact(base);
      conversation.touch(now);
      events.conversationContactChanged(conversation, by);
    }
    String email = base.email() == null ? other.email() : base.email();
    String phone = base.phoneNumber() == null ? other.phoneNumber() : base.phoneNumber();
    String identifier = base.identifier() == null ? other.identifier() : base.identifier();
    String custom = JsonTexts.merged(other.customAttributes(), base.customAttributes());
    String additional = JsonTexts.merged(other.additionalAttributes(), base.additionalAttributes());
    String name = base.name().isEmpty() ? other.name() : base.name();
    contacts.remove(other);
    conversations.flush(); // what must be unique in the account is free now
    base.name(name);
    base.email(email);
    base.phoneNumber(phone);
    base.identifier(identifier);
    base.customAttributes(custom);
    base.additionalAttributes(additional);
    base.touch(now);
    events.contactMerged(base, by);
    events.contactDeleted(other, by);
  }
}
