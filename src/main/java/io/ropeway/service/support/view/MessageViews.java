package io.ropeway.service.support.view;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.MessagePageQuery;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.support.DeskAccess;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.MessageBody;
import io.ropeway.service.support.body.PersonBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.body.Times;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.service.support.file.FileLinks;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as agents ask for them. */
@UseCase
@ApplicationScoped
public class MessageViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject DeskAccess access;
  @Inject SupportMessageRepository messages;
  @Inject LabelRepository labels;
  @Inject FileLinks files;
  @Inject Rosters rosters;

  /**
   * Messages by ascending id: the newest, those before or after an id, or those between two.
   *
   * @param publicOnly whether to leave out notes and activities
   * @throws Refusal NOT_FOUND if there is no such conversation for the agent
   */
  public JsonObject page(
      Identity who,
      long accountId,
      long displayId,
      @Nullable Long before,
      @Nullable Long after,
      boolean publicOnly) {
    Conversation conversation = access.open(access.agent(who, accountId), displayId);
    Roster roster = rosters.recent(accountId);
    List<SupportMessage> page =
        messages.page(MessagePageQuery.of(conversation.id(), after, before, publicOnly));
    JsonArray payload =
        files.withFiles(page, (message, attached) -> MessageBody.rest(message, attached, roster));
    return new Body().with("meta", meta(conversation, roster)).with("payload", payload).build();
  }

  /**
   * One message.
   *
   * @throws Refusal NOT_FOUND
   */
  public JsonObject get(Identity who, long accountId, long displayId, long messageId) {
    Conversation conversation = access.open(access.agent(who, accountId), displayId);
    SupportMessage message =
        messages
            .find(conversation.id(), messageId)
            .orElseThrow(() -> Refusal.notFound("There is no such message."));
    return MessageBody.rest(message, files.ofMessage(messageId), rosters.recent(accountId));
  }

  private JsonObject meta(Conversation conversation, Roster roster) {
    var assignee = conversation.assignee();
    return new Body()
        .with("labels", JSON.createArrayBuilder(labels.ofConversation(conversation.id())).build())
        .withObject("additional_attributes", conversation.additionalAttributes())
        .with(
            "contact",
            new Body(PersonBody.contact(conversation.contact()))
                .with("availability_status", roster.contact(conversation.contact().id()))
                .build())
        .withIf("assignee", assignee == null ? null : PersonBody.user(assignee, roster))
        .with("agent_last_seen_at", Times.seconds(conversation.agentLastSeenAt()))
        .with("assignee_last_seen_at", Times.seconds(conversation.assigneeLastSeenAt()))
        .build();
  }
}
