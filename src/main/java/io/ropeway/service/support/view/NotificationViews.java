package io.ropeway.service.support.view;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.NotificationFilter;
import io.ropeway.persistence.support.NotificationRepository;
import io.ropeway.persistence.support.NotificationSetting;
import io.ropeway.persistence.support.SupportNotification;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.support.Agent;
import io.ropeway.service.support.DeskAccess;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.MessageBody;
import io.ropeway.service.support.body.NotificationBody;
import io.ropeway.service.support.body.NotificationText;
import io.ropeway.service.support.body.PersonBody;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.ConversationBodies;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user is told of conversations, as the user asks for it. */
@UseCase
@ApplicationScoped
public class NotificationViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int PAGE = 15;

  /** What somebody may want to be told of. */
  private static final List<String> TYPES =
      List.of(
          SupportNotification.CREATION,
          SupportNotification.ASSIGNMENT,
          SupportNotification.ASSIGNED_MESSAGE,
          SupportNotification.MENTION,
          SupportNotification.PARTICIPATING_MESSAGE);

  @Inject DeskAccess access;
  @Inject NotificationRepository notifications;
  @Inject ConversationBodies conversations;
  @Inject Rosters rosters;

  /**
   * Some of the user's notifications, and how many there are.
   *
   * @param page as the client has written it, which is what it is told
   */
  public JsonObject list(
      Identity who,
      long accountId,
      boolean withRead,
      boolean withSnoozed,
      boolean ascending,
      @Nullable String page) {
    Agent agent = access.agent(who, accountId);
    NotificationFilter filter =
        new NotificationFilter(accountId, agent.userId(), withRead, withSnoozed, ascending);
    List<SupportNotification> found = notifications.page(filter, first(page), PAGE);
    JsonObject meta =
        new Body()
            .with("unread_count", unread(agent))
            .with("count", notifications.count(filter))
            .with("current_page", page == null || page.isBlank() ? "1" : page)
            .build();
    return new Body()
        .with(
            "data", new Body().with("meta", meta).with("payload", bodies(found, accountId)).build())
        .build();
  }

  /** One of them. */
  public JsonObject get(Identity who, long accountId, long id) {
    Agent agent = access.agent(who, accountId);
    SupportNotification found =
        notifications
            .find(accountId, agent.userId(), id)
            .orElseThrow(() -> Refusal.notFound("There is no such notification."));
    return bodies(List.of(found), accountId).getJsonObject(0);
  }

  /** How many the user has not read. */
  public long unreadCount(Identity who, long accountId) {
    return unread(access.agent(who, accountId));
  }

  /** What the user wants to be told by mail and by push. */
  public JsonObject settings(Identity who, long accountId) {
    Agent agent = access.agent(who, accountId);
    NotificationSetting setting =
        notifications
            .setting(accountId, agent.userId())
            .orElseGet(() -> new NotificationSetting(accountId, agent.user()));
    JsonArrayBuilder email = JSON.createArrayBuilder();
    JsonArrayBuilder push = JSON.createArrayBuilder();
    for (String type : TYPES) {
      email.add("email_" + type);
      push.add("push_" + type);
    }
    return new Body()
        .with("id", setting.id())
        .with("user_id", agent.userId())
        .with("account_id", accountId)
        .with("all_email_flags", email.build())
        .with("selected_email_flags", flags("email_", setting.email()))
        .with("all_push_flags", push.build())
        .with("selected_push_flags", flags("push_", setting.push()))
        .build();
  }

  private long unread(Agent agent) {
    return notifications.count(NotificationFilter.unread(agent.accountId(), agent.userId()));
  }

  private JsonArray bodies(List<SupportNotification> found, long accountId) {
    Roster roster = rosters.recent(accountId);
    List<Conversation> about = found.stream().map(SupportNotification::conversation).toList();
    List<JsonObject> actors = conversations.events(about, roster);
    JsonArrayBuilder bodies = JSON.createArrayBuilder();
    for (int i = 0; i < found.size(); i++) {
      SupportNotification one = found.get(i);
      String text = NotificationText.of(one);
      bodies.add(NotificationBody.of(one, actors.get(i), cause(one, roster), roster, text, text));
    }
    return bodies.build();
  }

  private static @Nullable JsonObject cause(SupportNotification notification, Roster roster) {
    var message = notification.message();
    var actor = notification.actor();
    if (message != null) {
      return MessageBody.event(message, JsonValue.EMPTY_JSON_ARRAY, roster);
    }
    return actor == null ? null : PersonBody.user(actor, roster);
  }

  private static JsonArray flags(String prefix, List<String> types) {
    JsonArrayBuilder flags = JSON.createArrayBuilder();
    types.forEach(type -> flags.add(prefix + type));
    return flags.build();
  }

  private static int first(@Nullable String page) {
    if (page == null || !page.matches("\\d{1,6}")) {
      return 0;
    }
    return Math.max(0, Integer.parseInt(page) - 1) * PAGE;
  }
}
