package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contacts as they come to an inbox, by themselves or sent by a back end. The names of the inbox
 * and of the session are the secrets. Each call is a transaction.
 */
@ApplicationScoped
public class ContactSessions {

  private static final int SOURCE_CHARACTERS = 255;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject ContactIdentity identity;
  @Inject InboxRepository inboxes;
  @Inject ContactRepository contacts;
  @Inject DatabaseClock clock;

  /** What contacts may know of an inbox. */
  public record InboxView(
      long id, String identifier, boolean identityValidation, String name, boolean greeting) {}

  /**
   * The inbox.
   *
   * @throws Refusal NOT_FOUND
   */
  public InboxView inbox(String identifier) {
    return transactions.read(
        () -> {
          Inbox inbox = find(identifier);
          return new InboxView(
              inbox.id(),
              inbox.identifier(),
              inbox.hmacMandatory(),
              inbox.name(),
              inbox.greetingEnabled());
        });
  }

  /**
   * Lets a contact come in. A session that there is already is answered with; a contact that is
   * known by the same identifier is met again, and so is one of the same e-mail or telephone number
   * unless it is known by another identifier.
   *
   * @param sourceId null for a new session
   * @throws Refusal NOT_FOUND, INVALID, UNAUTHENTICATED for a wrong or missing proof
   */
  public ContactSession enter(
      String inboxIdentifier, @Nullable String sourceId, ContactDetails told) {
    ContactDetails details = told.ofItself();
    if (sourceId != null && (sourceId.isBlank() || sourceId.length() > SOURCE_CHARACTERS)) {
      throw Refusal.invalid("A source_id has 1 to 255 characters.");
    }
    return transactions.write(
        () -> {
          Inbox inbox = find(inboxIdentifier);
          boolean proved =
              IdentityProof.check(inbox, details.identifier(), details.identifierHash());
          String source = sourceId == null ? UUID.randomUUID().toString() : sourceId;
          ContactInbox session =
              contacts
                  .findBySource(inbox.id(), source)
                  .orElseGet(() -> open(inbox, source, details, proved));
          if (proved) {
            identity.prove(session, details);
          }
          return view(session);
        });
  }

  /** The contact of a session. */
  public ContactSession show(String inboxIdentifier, String sourceId) {
    return transactions.read(() -> view(access.contactInbox(inboxIdentifier, sourceId)));
  }

  /**
   * Changes what is told of a contact. A proved identifier that another contact has moves the
   * session to that contact.
   *
   * @throws Refusal NOT_FOUND, INVALID, CONFLICT, UNAUTHENTICATED
   */
  public ContactSession update(String inboxIdentifier, String sourceId, ContactDetails told) {
    ContactDetails details = told.ofItself();
    return transactions.write(
        () -> {
          ContactInbox session = access.contactInbox(inboxIdentifier, sourceId);
          boolean proved =
              (details.identifierHash() != null || details.identifier() != null)
                  && IdentityProof.check(
                      session.inbox(), details.identifier(), details.identifierHash());
          identity.claim(session, details, proved);
          identity.write(session, details);
          if (proved) {
            identity.prove(session, details);
          }
          return view(session);
        });
  }

  private ContactInbox open(Inbox inbox, String sourceId, ContactDetails details, boolean proved) {
    Contact contact = identity.known(inbox, details).orElseGet(() -> identity.make(inbox, details));
    ContactInbox session = new ContactInbox(contact, inbox, sourceId, clock.now());
    contacts.add(session);
    if (proved) {
      identity.claim(session, details, true);
    }
    return session;
  }

  private Inbox find(String identifier) {
    return inboxes
        .findByIdentifier(identifier)
        .filter(found -> found.account().isActive())
        .orElseThrow(DeskAccess::nothing);
  }

  private static ContactSession view(ContactInbox session) {
    Contact contact = session.contact();
    return new ContactSession(
        session.sourceId(),
        session.pubsubToken(),
        contact.id(),
        contact.name(),
        contact.email(),
        contact.phoneNumber());
  }
}
