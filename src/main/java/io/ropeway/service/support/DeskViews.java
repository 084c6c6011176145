package io.ropeway.service.support;

import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.service.support.body.ContactBody;
import io.ropeway.service.support.body.MessageBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.ConversationBodies;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.service.support.file.FileLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.List;

/**
 * What agents get to see of conversations, messages and contacts. The number of queries does not
 * depend on the number of what is shown. Wants a transaction around it.
 */
@ApplicationScoped
class DeskViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject ConversationBodies bodies;
  @Inject ContactRepository contacts;
  @Inject FileLinks files;
  @Inject Rosters rosters;

  JsonObject conversation(Conversation conversation) {
    return conversations(List.of(conversation)).getJsonObject(0);
  }

  /** Conversations of one account, in their order. */
  JsonArray conversations(List<Conversation> conversations) {
    if (conversations.isEmpty()) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    Roster roster = rosters.recent(conversations.get(0).account().id());
    return JSON.createArrayBuilder(bodies.of(conversations, roster)).build();
  }

  JsonObject message(SupportMessage message) {
    return messages(List.of(message)).getJsonObject(0);
  }

  /** Messages of one conversation, in their order. */
  JsonArray messages(Collection<SupportMessage> found) {
    if (found.isEmpty()) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    Roster roster = rosters.recent(found.iterator().next().conversation().account().id());
    return files.withFiles(found, (one, attached) -> MessageBody.rest(one, attached, roster));
  }

  JsonObject contact(Contact contact) {
    return ContactBody.of(
        contact, contacts.contactInboxes(contact.id()), rosters.recent(contact.account().id()));
  }
}
