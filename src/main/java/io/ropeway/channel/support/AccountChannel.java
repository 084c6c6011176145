package io.ropeway.channel.support;

import io.ropeway.channel.Access;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Subscription;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.event.DeskAudiences;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * What happens to the conversations of an account that its user may see: {@code
 * {"channel":"AccountChannel","account_id":3}}.
 */
@ChannelName(value = "AccountChannel", access = Access.PUBLIC, once = "conversation.created")
public class AccountChannel implements Channel {

  /** The desk's names of what is told here, and the names under which it is told. */
  private static final Map<String, String> TOLD =
      Map.of(
          "conversation.created", "conversation.created",
          "conversation.updated", "conversation.updated",
          "conversation.status_changed", "conversation.status_changed",
          "assignee.changed", "conversation.assignee_changed");

  @Inject DeskAudiences audiences;

  @Override
  public void subscribed(Subscription subscription) {
    Long account = Params.number(subscription.params(), "account_id");
    if (account == null
        || Rights.follow(
                subscription,
                () ->
                    Callers.find(subscription, audiences)
                        .flatMap(caller -> audiences.member(caller, account)),
                payload -> hear(subscription, Seen.of(payload)))
            .isEmpty()) {
      subscription.reject();
    }
  }

  private static void hear(Subscription subscription, Seen seen) {
    String name = TOLD.get(seen.event());
    if (name != null) {
      subscription.transmit(seen.as(name, seen.data()));
    } else if (seen.event().equals("message.created")) {
      subscription.transmit(seen.as("conversation.updated", conversation(seen)));
    }
  }

  /** What a message tells of its conversation. */
  private static JsonObject conversation(Seen message) {
    JsonObject known =
        message.data().get("conversation") instanceof JsonObject object
            ? object
            : JsonObject.EMPTY_JSON_OBJECT;
    return new Body(known)
        .with("id", message.number("conversation_id"))
        .with("inbox_id", message.number("inbox_id"))
        .with("account_id", message.number("account_id"))
        .build();
  }
}
