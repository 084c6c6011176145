package io.ropeway.channel.support;

import io.ropeway.channel.Access;
import io.ropeway.channel.Action;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Subscription;
import io.ropeway.service.support.event.ConversationSeat;
import io.ropeway.service.support.event.DeskAudiences;
import io.ropeway.service.support.event.DeskMarks;
import io.ropeway.service.support.event.DeskStreams;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conversation, for whom it was given to and for administrators: {@code
 * {"channel":"ConversationChannel","account_id":3,"conversation_id":12}}, or without the account
 * and with the row's id.
 */
@ChannelName(value = "ConversationChannel", access = Access.PUBLIC)
public class ConversationChannel implements Channel {

  @Inject DeskAudiences audiences;
  @Inject DeskMarks marks;

  /** Where the subscriber sits; null until it was let in. */
  private @Nullable ConversationSeat seat;

  private boolean types;

  @Override
  public void subscribed(Subscription subscription) {
    Optional<ConversationSeat> found = find(subscription);
    if (found.isEmpty()) {
      subscription.reject();
      return;
    }
    ConversationSeat mine = found.get();
    subscription.actAs(mine.listener().identity());
    subscription.streamFrom(mine.stream(), payload -> hear(subscription, mine, Seen.of(payload)));
    subscription.streamFrom(DeskStreams.conversation(mine.conversationId()));
    // Asked again now that the stream is followed: a right that ended in between was not noticed.
    if (!found.equals(find(subscription))) {
      subscription.reject();
      return;
    }
    seat = mine;
  }

  private Optional<ConversationSeat> find(Subscription subscription) {
    Long id = Params.number(subscription.params(), "conversation_id");
    Long account = Params.number(subscription.params(), "account_id");
    return id == null
        ? Optional.empty()
        : Callers.find(subscription, audiences)
            .flatMap(caller -> audiences.seat(caller, id, account));
  }

  private static void hear(Subscription subscription, ConversationSeat mine, Seen seen) {
    if (seen.event().startsWith("message.")) {
      if (seen.number("conversation_id") == mine.displayId()) {
        subscription.transmit(seen.as(seen.event(), seen.data()));
      }
    } else if (seen.event().equals("assignee.changed")
        && seen.number("id") == mine.displayId()
        && !mine.administers()
        && assignee(seen.data()) != mine.listener().personId()) {
      subscription.reject();
    }
  }

  private static long assignee(JsonObject conversation) {
    return conversation.get("meta") instanceof JsonObject meta
            && meta.get("assignee") instanceof JsonObject user
            && user.get("id") instanceof JsonNumber id
        ? id.longValue()
        : 0;
  }

  /** {@code typing}: whether the subscriber types. */
  @Action
  void typing(JsonObject mark) {
    types = Params.isSet(mark, "typing");
    tell();
  }

  @Override
  public void unsubscribed(Subscription subscription) {
    if (types) {
      types = false;
      tell();
    }
  }

  private void tell() {
    ConversationSeat mine = seat;
    if (mine != null) {
      marks.typing(mine.listener(), mine.displayId(), types, false);
    }
  }
}
