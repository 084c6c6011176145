package io.ropeway.channel.support;

import io.ropeway.channel.Access;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Subscription;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.event.DeskAudiences;
import io.ropeway.service.support.event.DeskListener;
import io.ropeway.service.support.event.DeskPresence;
import io.ropeway.service.support.event.DeskStreams;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who of an account's users is there: {@code {"channel":"PresenceChannel","account_id":3}}. Who
 * subscribes is there too.
 */
@ChannelName(value = "PresenceChannel", access = Access.PUBLIC)
public class PresenceChannel implements Channel {

  @Inject DeskAudiences audiences;
  @Inject DeskAttendance attendance;
  @Inject DeskPresence presence;

  private @Nullable DeskListener listener;

  @Override
  public void subscribed(Subscription subscription) {
    Long account = Params.number(subscription.params(), "account_id");
    // What else the user may follow is followed only to notice when the membership ends.
    Optional<DeskListener> found =
        account == null
            ? Optional.empty()
            : Rights.follow(
                subscription,
                () ->
                    Callers.find(subscription, audiences)
                        .flatMap(caller -> audiences.member(caller, account)),
                payload -> {});
    if (found.isEmpty()) {
      subscription.reject();
      return;
    }
    subscription.streamFrom(DeskStreams.presence(found.get().accountId()));
    attendance.enter(found.get());
    listener = found.get();
  }

  @Override
  public void confirmed(Subscription subscription) {
    DeskListener who = listener;
    if (who != null) {
      subscription.transmit(Body.object(presence.glance(who.accountId())));
    }
  }

  @Override
  public void unsubscribed(Subscription subscription) {
    DeskListener who = listener;
    if (who != null) {
      attendance.leave(who);
    }
  }
}
