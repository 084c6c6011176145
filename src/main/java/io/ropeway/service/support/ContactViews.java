package io.ropeway.service.support;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.body.PublicBody;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What contacts get to see of their conversations. Wants a transaction around it. */
@ApplicationScoped
class ContactViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject SupportMessageRepository messages;
  @Inject FileLinks files;
  @Inject Rosters rosters;

  JsonObject conversation(Conversation conversation) {
    return conversations(List.of(conversation)).getJsonObject(0);
  }

  /** Each with its last message. */
  JsonArray conversations(List<Conversation> conversations) {
    List<Long> ids = conversations.stream().map(Conversation::lastPublicMessageId).toList();
    Map<Long, SupportMessage> last = messages.byIds(ids);
    JsonArrayBuilder all = JSON.createArrayBuilder();
    for (Conversation one : conversations) {
      List<SupportMessage> shown = new ArrayList<>();
      if (last.containsKey(one.lastPublicMessageId())) {
        shown.add(last.get(one.lastPublicMessageId()));
      }
      all.add(PublicBody.conversation(one, messages(shown)));
    }
    return all.build();
  }

  JsonObject message(SupportMessage message) {
    return messages(List.of(message)).getJsonObject(0);
  }

  JsonArray messages(Collection<SupportMessage> found) {
    if (found.isEmpty()) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    Roster roster = rosters.recent(found.iterator().next().conversation().account().id());
    return files.withFiles(found, (one, attached) -> PublicBody.message(one, attached, roster));
  }
}
