package io.ropeway.channel.support;

import io.ropeway.channel.Access;
import io.ropeway.channel.Action;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Subscription;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.event.DeskAudiences;
import io.ropeway.service.support.event.DeskListener;
import io.ropeway.service.support.event.DeskMarks;
import io.ropeway.service.support.event.DeskPresence;
import io.ropeway.service.support.event.DeskStreams;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that happens at the desk for one user or one contact, who is named by a token: {@code
 * {"channel":"RoomChannel","pubsub_token":…,"account_id":3,"user_id":7}}, without the last two for
 * a contact.
 */
@ChannelName(
    value = "RoomChannel",
    access = Access.PUBLIC,
    durable = DeskStreams.DURABLE,
    once = "conversation.created")
public class RoomChannel implements Channel {

  private static final String TOKEN = "pubsub_token";
  private static final String USER = "user_id";

  @Inject DeskAudiences audiences;
  @Inject DeskAttendance attendance;
  @Inject DeskPresence presence;
  @Inject DeskMarks marks;

  /** Who listens; null until that was found out. */
  private @Nullable DeskListener listener;

  private boolean flat;

  @Override
  public void subscribed(Subscription subscription) {
    JsonObject params = subscription.params();
    flat = subscription.request().parameter(TOKEN).isPresent();
    Consumer<String> callback = flat ? payload -> say(subscription, payload) : null;
    Optional<DeskListener> found = Rights.follow(subscription, () -> find(params), callback);
    if (found.isEmpty()) {
      subscription.reject();
      return;
    }
    DeskListener who = found.get();
    if (who.isUser() && isNoBrowser(subscription)) {
      subscription.endWithoutWords();
    }
    attendance.enter(who);
    listener = who;
  }

  private Optional<DeskListener> find(JsonObject params) {
    String token = Params.text(params, TOKEN);
    if (token.isBlank()) {
      return Optional.empty();
    }
    if (Params.isBlank(params, USER)) {
      return audiences.contact(token);
    }
    Long user = Params.number(params, USER);
    Long account = Params.number(params, "account_id");
    return user == null || account == null
        ? Optional.empty()
        : audiences.user(token, user, account);
  }

  /** The mobile app's library stumbles over a farewell; browsers always send one of these. */
  private static boolean isNoBrowser(Subscription subscription) {
    return subscription.request().header("cookie").isEmpty()
        && subscription.request().header("sec-fetch-mode").isEmpty()
        && subscription.request().header("sec-fetch-dest").isEmpty()
        && subscription.request().header("sec-fetch-site").isEmpty();
  }

  @Override
  public void confirmed(Subscription subscription) {
    say(subscription, presence.greeting(here()));
  }

  @Override
  public void unsubscribed(Subscription subscription) {
    DeskListener who = listener;
    if (who != null) {
      attendance.leave(who);
    }
  }

  /** Asks who is there; who asks is there by being connected. */
  @Action("update_presence")
  void updatePresence(Subscription subscription) {
    say(subscription, presence.answer(here()));
  }

  /** Asks whether anybody listens. */
  @Action
  void heartbeat(Subscription subscription) {
    JsonObject data = new Body().with("account_id", here().accountId()).build();
    subscription.transmit(new Body().with("event", "heartbeat").with("data", data).build());
  }

  /** {@code conversation_id}, {@code is_typing}, and {@code is_private} for a note. */
  @Action
  void typing(JsonObject mark) {
    Long conversation = Params.number(mark, "conversation_id");
    if (conversation != null) {
      marks.typing(
          here(), conversation, Params.isSet(mark, "is_typing"), Params.isSet(mark, "is_private"));
    }
  }

  /** To some programs the data's members are told beside the data too. */
  private void say(Subscription subscription, String payload) {
    JsonObject event = Body.object(payload);
    if (!flat) {
      subscription.transmit(event);
      return;
    }
    Body both = new Body(event);
    if (event.get("data") instanceof JsonObject data) {
      for (var member : data.entrySet()) {
        if (!event.containsKey(member.getKey())) {
          both.with(member.getKey(), (JsonValue) member.getValue());
        }
      }
    }
    subscription.transmit(both.build());
  }

  private DeskListener here() {
    DeskListener who = listener;
    if (who == null) {
      throw new IllegalStateException("Nobody listens before the subscription is confirmed");
    }
    return who;
  }
}
