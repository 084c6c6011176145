package io.ropeway.service.support.event;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.body.ConversationBody;
import io.ropeway.service.support.body.MessageBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.file.FileLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what conversations are shown with, in three queries however many there are. Wants a
 * transaction around it.
 */
@ApplicationScoped
public class ConversationBodies {

  @Inject LabelRepository labels;
  @Inject SupportMessageRepository messages;
  @Inject FileLinks files;

  /** The conversations as REST answers tell them. */
  public List<JsonObject> of(List<Conversation> conversations, Roster roster) {
    Map<Long, SupportMessage> said =
        said(conversations, one -> Stream.of(one.lastMessageId(), one.lastSaidMessageId()));
    Map<Long, JsonArray> attached = files.ofMessages(said.keySet());
    Map<Long, List<String>> titles = titles(conversations);
    return conversations.stream()
        .map(
            one ->
                ConversationBody.rest(
                    one,
                    message(said.get(one.lastMessageId()), attached, roster),
                    message(said.get(one.lastSaidMessageId()), attached, roster),
                    titles.getOrDefault(one.id(), List.of()),
                    roster))
        .toList();
  }

  /** The conversations as events tell them. */
  public List<JsonObject> events(List<Conversation> conversations, Roster roster) {
    Map<Long, SupportMessage> said =
        said(conversations, one -> Stream.of(one.lastPublicMessageId()));
    Map<Long, JsonArray> attached = files.ofMessages(said.keySet());
    Map<Long, List<String>> titles = titles(conversations);
    return conversations.stream()
        .map(
            one ->
                ConversationBody.event(
                    one,
                    message(said.get(one.lastPublicMessageId()), attached, roster),
                    titles.getOrDefault(one.id(), List.of()),
                    roster))
        .toList();
  }

  private Map<Long, SupportMessage> said(
      List<Conversation> conversations, Function<Conversation, Stream<Long>> which) {
    return messages.byIds(
        conversations.stream().flatMap(which).filter(id -> id > 0).distinct().toList());
  }

  private Map<Long, List<String>> titles(List<Conversation> conversations) {
    return labels.ofConversations(conversations.stream().map(Conversation::id).toList());
  }

  private static @Nullable JsonObject message(
      @Nullable SupportMessage message, Map<Long, JsonArray> attached, Roster roster) {
    return message == null
        ? null
        : MessageBody.event(
            message, attached.getOrDefault(message.id(), JsonValue.EMPTY_JSON_ARRAY), roster);
  }
}
