package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactKey;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.service.support.event.DeskRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which contact a session is of, by what it tells of itself. Within the running transaction.
 *
 * <p>An identifier, once a contact has one, is not changed by what a session says: whoever is
 * proved to be known by one must not get hold of a contact that is known by another.
 */
@ApplicationScoped
class ContactIdentity {

  @Inject ContactRepository contacts;
  @Inject ContactRules rules;
  @Inject ContactMoves moves;
  @Inject DeskEvents events;
  @Inject DeskRights rights;
  @Inject DatabaseClock clock;

  /**
   * Who that is: the contact of the identifier; else one of the same e-mail address or telephone
   * number, unless it is known by another identifier.
   */
  Optional<Contact> known(Inbox inbox, ContactDetails details) {
    long account = inbox.account().id();
    String identifier = identifier(details);
    String email = details.email() == null ? null : ContactRules.email(details.email());
    String phone = details.phoneNumber() == null ? null : ContactRules.phone(details.phoneNumber());
    return by(ContactKey.IDENTIFIER, account, identifier)
        .or(() -> by(ContactKey.EMAIL, account, email).filter(one -> !isAnother(one, identifier)))
        .or(
            () ->
                by(ContactKey.PHONE_NUMBER, account, phone)
                    .filter(one -> !isAnother(one, identifier)));
  }

  /** A new contact, without an address by which another one is known. */
  Contact make(Inbox inbox, ContactDetails details) {
    String name = details.name();
    Contact contact = new Contact(inbox.account(), name == null ? "" : name, clock.now());
    rules.write(contact, free(contact, details));
    contacts.add(contact);
    events.contactCreated(contact, null);
    return contact;
  }

  /** What is told of a contact, without an address by which another one is known. */
  ContactDetails free(Contact contact, ContactDetails details) {
    String email = details.email() == null ? null : ContactRules.email(details.email());
    String phone = details.phoneNumber() == null ? null : ContactRules.phone(details.phoneNumber());
    return details.without(
        isTaken(contact, ContactKey.EMAIL, email),
        isTaken(contact, ContactKey.PHONE_NUMBER, phone));
  }

  private boolean isTaken(Contact contact, ContactKey key, @Nullable String value) {
    return by(key, contact.account().id(), value)
        .filter(found -> found.id() != contact.id())
        .isPresent();
  }

  /** Whether somebody is known by an identifier, and another one is told. */
  static boolean isAnother(Contact contact, @Nullable String identifier) {
    String own = contact.identifier();
    return own != null && identifier != null && !own.equals(identifier);
  }

  /** The identifier that is told, as it is kept; null for none. */
  static @Nullable String identifier(ContactDetails details) {
    String told = details.identifier();
    return told == null ? null : ContactRules.identifier(told);
  }

  /**
   * Has a session be of the contact of an identifier, if there is one.
   *
   * @param proved whether a back end says so
   * @throws Refusal CONFLICT if nobody proves it and the session's contact is known by another
   */
  void claim(ContactInbox session, ContactDetails details, boolean proved) {
    String identifier = identifier(details);
    Contact contact = session.contact();
    if (identifier == null || identifier.equals(contact.identifier())) {
      return;
    }
    boolean another = isAnother(contact, identifier);
    if (another && !proved) {
      throw Refusal.conflict("This contact is known by another identifier.");
    }
    Optional<Contact> known = by(ContactKey.IDENTIFIER, session.inbox().account().id(), identifier);
    if (known.isPresent()) {
      moves.move(session, known.get());
    } else if (another) {
      moves.move(session, make(session.inbox(), ContactDetails.identified(identifier)));
    } else {
      contact.identifier(identifier);
      tell(contact);
    }
  }

  /** Writes what is told of a session's contact. */
  void write(ContactInbox session, ContactDetails details) {
    if (rules.write(session.contact(), details)) {
      tell(session.contact());
    }
  }

  /** A back end says that a session is of whom it tells; of another contact that says nothing. */
  void prove(ContactInbox session, ContactDetails details) {
    String identifier = identifier(details);
    if (identifier != null
        && identifier.equals(session.contact().identifier())
        && !session.hmacVerified()) {
      session.hmacVerified(true);
      session.touch(clock.now());
      rights.changed(session);
    }
  }

  private void tell(Contact contact) {
    contact.touch(clock.now());
    events.contactUpdated(contact, null);
  }

  private Optional<Contact> by(ContactKey key, long account, @Nullable String value) {
    return value == null ? Optional.empty() : contacts.findBy(key, account, value);
  }
}
