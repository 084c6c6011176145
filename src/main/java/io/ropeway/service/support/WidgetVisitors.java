package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The contacts of websites' visitors, within the running transaction. */
@ApplicationScoped
class WidgetVisitors {

  @Inject ContactRepository contacts;
  @Inject ContactIdentity identity;
  @Inject ContactMoves moves;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** A contact that nobody knows yet, with a name to tell it from others by. */
  Contact make(Inbox inbox) {
    Contact contact = new Contact(inbox.account(), "", clock.now());
    contacts.add(contact);
    contact.name("Visitor " + contact.id());
    events.contactCreated(contact, null);
    return contact;
  }

  /**
   * Writes what a visitor tells. A visitor of the same e-mail address or telephone number as a
   * contact that is known by no identifier is that contact, unless known by one itself; an address
   * that another contact has after that is passed over, as forms are filled in once.
   */
  void tell(ContactInbox session, ContactDetails told) {
    ContactDetails details = told.ofItself();
    if (session.contact().identifier() == null) {
      identity
          .known(session.inbox(), details)
          .filter(found -> found.identifier() == null)
          .filter(found -> found.id() != session.contact().id())
          .ifPresent(found -> moves.move(session, found));
    }
    identity.write(session, identity.free(session.contact(), details));
  }
}
