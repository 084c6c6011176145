package io.ropeway.service.support.view;

import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.support.DeskAccess;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.ContactBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Contacts as agents ask for them. */
@UseCase
@ApplicationScoped
public class ContactViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int PAGE = 15;

  @Inject DeskAccess access;
  @Inject ContactRepository contacts;
  @Inject LabelRepository labels;
  @Inject Rosters rosters;

  /**
   * Some contacts by name; without the inboxes that they write to.
   *
   * @param text what stands in a contact's name, e-mail address or number; null for all contacts
   * @param page from 1 on; null for the first
   */
  public JsonObject list(Identity who, long accountId, @Nullable String text, @Nullable Long page) {
    access.agent(who, accountId);
    Roster roster = rosters.recent(accountId);
    long wanted = page == null ? 1 : Math.max(1, Math.min(page, 100_000));
    String sought = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    JsonArrayBuilder payload = JSON.createArrayBuilder();
    List<Contact> found = contacts.page(accountId, sought, (int) (wanted - 1) * PAGE, PAGE);
    found.forEach(contact -> payload.add(ContactBody.of(contact, List.of(), roster)));
    return new Body()
        .with("meta", new Body().with("count", found.size()).with("current_page", wanted).build())
        .with("payload", payload.build())
        .build();
  }

  /** One contact, bare. */
  public JsonObject get(Identity who, long accountId, long id) {
    Contact contact = contact(who, accountId, id);
    return ContactBody.of(contact, contacts.contactInboxes(id), rosters.recent(accountId));
  }

  /** The titles of a contact's labels. */
  public JsonObject labels(Identity who, long accountId, long id) {
    contact(who, accountId, id);
    return new Body()
        .with("payload", JSON.createArrayBuilder(labels.ofContact(id)).build())
        .build();
  }

  private Contact contact(Identity who, long accountId, long id) {
    access.agent(who, accountId);
    return contacts
        .find(accountId, id)
        .orElseThrow(() -> Refusal.notFound("There is no such contact."));
  }
}
