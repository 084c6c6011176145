package io.ropeway.service.support;

import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.body.ContactBody;
import io.ropeway.service.support.body.ConversationBody;
import io.ropeway.service.support.body.MessageBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.service.support.file.FileLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What agents get to see of conversations, messages and contacts. The number of queries does not
 * depend on the number of what is shown. Wants a transaction around it.
 */
@ApplicationScoped
class DeskViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject SupportMessageRepository messages;
  @Inject LabelRepository labels;
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
    Map<Long, List<String>> titles =
        labels.ofConversations(conversations.stream().map(Conversation::id).toList());
    Set<Long> ids = new HashSet<>();
    conversations.forEach(one -> ids.add(one.lastMessageId()));
    conversations.forEach(one -> ids.add(one.lastSaidMessageId()));
    Map<Long, SupportMessage> last = messages.byIds(ids);
    Map<Long, JsonArray> attached = files.ofMessages(last.keySet());
    JsonArrayBuilder all = JSON.createArrayBuilder();
    for (Conversation one : conversations) {
      all.add(
          ConversationBody.rest(
              one,
              message(last.get(one.lastMessageId()), attached, roster),
              message(last.get(one.lastSaidMessageId()), attached, roster),
              titles.getOrDefault(one.id(), List.of()),
              roster));
    }
    return all.build();
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

  private static @Nullable JsonObject message(
      @Nullable SupportMessage message, Map<Long, JsonArray> attached, Roster roster) {
    return message == null
        ? null
        : MessageBody.rest(
            message, attached.getOrDefault(message.id(), JsonValue.EMPTY_JSON_ARRAY), roster);
  }
}
