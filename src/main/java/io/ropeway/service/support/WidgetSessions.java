package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.body.WidgetBody;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.service.support.event.Rosters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Visitors of a website as its widget has them come and say who they are. The token that a widget
 * was given is the secret. Each call is a transaction.
 */
@ApplicationScoped
public class WidgetSessions {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject ContactIdentity identity;
  @Inject WidgetVisitors visitors;
  @Inject InboxRepository inboxes;
  @Inject ContactRepository contacts;
  @Inject DeskEvents events;
  @Inject Rosters rosters;
  @Inject DatabaseClock clock;

  /**
   * Lets a visitor come in: with a token of before as who that was, else anew.
   *
   * @throws Refusal NOT_FOUND if there is no such website
   */
  public JsonObject begin(String websiteToken, @Nullable String token) {
    return transactions.write(
        () -> {
          Inbox inbox = find(websiteToken);
          ContactInbox session =
              session(inbox, token).orElseGet(() -> open(inbox, visitors.make(inbox)));
          return WidgetBody.config(session, WidgetToken.of(session));
        });
  }

  /** Only looks whether there is such a website; NOT_FOUND if not. */
  public void visit(String websiteToken) {
    transactions.read(() -> find(websiteToken));
  }

  /**
   * By what names the public API calls the session of a token.
   *
   * @throws Refusal NOT_FOUND if there is none
   */
  public ContactAddress who(String websiteToken, @Nullable String token) {
    return transactions.read(
        () -> {
          Inbox inbox = find(websiteToken);
          ContactInbox session = session(inbox, token).orElseThrow(DeskAccess::nothing);
          return new ContactAddress(inbox.identifier(), session.sourceId());
        });
  }

  /** The contact. */
  public JsonObject contact(ContactAddress who) {
    return transactions.read(() -> WidgetBody.contact(session(who)));
  }

  /**
   * Tells more of the contact; an address by which another one is known is passed over.
   *
   * @throws Refusal NOT_FOUND, INVALID, CONFLICT, UNAUTHENTICATED
   */
  public JsonObject update(ContactAddress who, ContactDetails told) {
    return transactions.write(() -> WidgetBody.contact(tell(session(who), told.ofItself())));
  }

  /**
   * A page says who its visitor is. If that is somebody else than before it is another session,
   * whose token is in the answer.
   *
   * @throws Refusal NOT_FOUND, INVALID, UNAUTHENTICATED for a wrong or missing proof
   */
  public JsonObject identify(ContactAddress who, ContactDetails told) {
    ContactDetails details = told.ofItself();
    return transactions.write(
        () -> {
          ContactInbox before = session(who);
          String identifier = ContactIdentity.identifier(details);
          if (!ContactIdentity.isAnother(before.contact(), identifier)) {
            return WidgetBody.contact(tell(before, details));
          }
          Inbox inbox = before.inbox();
          ContactInbox session =
              open(inbox, identity.known(inbox, details).orElseGet(() -> visitors.make(inbox)));
          return new Body(WidgetBody.contact(tell(session, details)))
              .with("widget_auth_token", WidgetToken.of(session))
              .build();
        });
  }

  private ContactInbox tell(ContactInbox session, ContactDetails details) {
    boolean proved =
        (details.identifier() != null || details.identifierHash() != null)
            && IdentityProof.check(session.inbox(), details.identifier(), details.identifierHash());
    identity.claim(session, details, proved);
    visitors.tell(session, details);
    if (proved) {
      identity.prove(session, details);
    }
    return session;
  }

  /** Forgets some of the contact's attributes. */
  public JsonObject forget(ContactAddress who, Iterable<String> names) {
    return transactions.write(
        () -> {
          ContactInbox session = session(who);
          Contact contact = session.contact();
          String before = contact.customAttributes();
          String after = JsonTexts.without(before, names);
          if (!after.equals(before)) {
            contact.customAttributes(after);
            contact.touch(clock.now());
            events.contactUpdated(contact, null);
          }
          return WidgetBody.contact(session);
        });
  }

  /** Who answers on a website, and whether they are there. */
  public JsonObject members(String websiteToken) {
    return transactions.read(
        () -> {
          Inbox inbox = find(websiteToken);
          Roster roster = rosters.recent(inbox.account().id());
          JsonArrayBuilder members = JSON.createArrayBuilder();
          for (InboxMember member : inboxes.members(inbox.id())) {
            members.add(WidgetBody.member(member.user(), roster));
          }
          return new Body().with("payload", members.build()).build();
        });
  }

  private ContactInbox open(Inbox inbox, Contact contact) {
    ContactInbox session =
        new ContactInbox(contact, inbox, UUID.randomUUID().toString(), clock.now());
    contacts.add(session);
    return session;
  }

  private Optional<ContactInbox> session(Inbox inbox, @Nullable String token) {
    return WidgetToken.sourceOf(inbox, token)
        .flatMap(source -> contacts.findBySource(inbox.id(), source));
  }

  private ContactInbox session(ContactAddress who) {
    return access.contactInbox(who.inboxIdentifier(), who.sourceId());
  }

  private Inbox find(String websiteToken) {
    return inboxes
        .findByWebsiteToken(websiteToken)
        .filter(found -> found.account().isActive())
        .orElseThrow(DeskAccess::nothing);
  }
}
