package io.ropeway.service.support.body;

import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/** A contact of REST answers, as agents see it. */
public final class ContactBody {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ContactBody() {}

  /** The contact, with the inboxes that it writes to. */
  public static JsonObject of(Contact contact, List<ContactInbox> inboxes, Roster roster) {
    JsonArrayBuilder sources = JSON.createArrayBuilder();
    for (ContactInbox source : inboxes) {
      sources.add(
          new Body()
              .with("source_id", source.sourceId())
              .with("inbox", InboxBody.of(source.inbox()))
              .build());
    }
    return new Body(PersonBody.contact(contact))
        .with("availability_status", roster.contact(contact.id()))
        .with("last_activity_at", Times.secondsOrNull(contact.lastActivityAt()))
        .with("created_at", Times.seconds(contact.createdAt()))
        .with("contact_inboxes", sources.build())
        .build();
  }
}
