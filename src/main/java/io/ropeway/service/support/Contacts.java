package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agents change of contacts; everybody of the account may. Each call is a transaction. */
@ApplicationScoped
public class Contacts {

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject DeskViews views;
  @Inject ContactRules rules;
  @Inject ContactRepository contacts;
  @Inject InboxRepository inboxes;
  @Inject LabelRepository labels;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /**
   * Makes a contact.
   *
   * @param inboxId where it gets a session at once; null for nowhere
   * @throws Refusal NOT_FOUND, INVALID, CONFLICT
   */
  public JsonObject create(
      Identity who, long accountId, @Nullable Long inboxId, ContactDetails details) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          AccountUser membership = agent.membership();
          String name = details.name();
          Contact contact =
              new Contact(membership.account(), name == null ? "" : name, clock.now());
          rules.write(contact, details);
          contacts.add(contact);
          if (inboxId != null) {
            Inbox inbox = inboxes.find(accountId, inboxId).orElseThrow(DeskAccess::nothing);
            contacts.add(
                new ContactInbox(contact, inbox, UUID.randomUUID().toString(), clock.now()));
          }
          events.contactCreated(contact, agent.user());
          return views.contact(contact);
        });
  }

  /**
   * Changes what is told of a contact.
   *
   * @throws Refusal NOT_FOUND, INVALID, CONFLICT
   */
  public JsonObject update(Identity who, long accountId, long contactId, ContactDetails details) {
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Contact contact = contacts.lock(accountId, contactId).orElseThrow(DeskAccess::nothing);
          if (rules.write(contact, details)) {
            tell(contact, agent.user());
          }
          return views.contact(contact);
        });
  }

  /** Puts exactly these titles on a contact; answers with them. */
  public List<String> label(
      Identity who, long accountId, long contactId, Collection<String> titles) {
    List<String> wanted = ConversationLabels.titles(titles);
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          Contact contact = contacts.lock(accountId, contactId).orElseThrow(DeskAccess::nothing);
          if (!labels.ofContact(contactId).equals(wanted)) {
            labels.replaceOfContact(contactId, wanted);
            tell(contact, agent.user());
          }
          return wanted;
        });
  }

  private void tell(Contact contact, AppUser by) {
    contact.touch(clock.now());
    events.contactUpdated(contact, by);
  }
}
