package io.ropeway.channel.pubsub;

import io.ropeway.channel.Access;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Subscription;
import jakarta.inject.Inject;

/** A stream of CableReady, by its signed name. */
@ChannelName(
    value = "CableReady::Stream",
    access = Access.PUBLIC,
    onlyWith = "ropeway.pubsub.secret")
public class CableReadyChannel implements Channel {

  @Inject SignedStreams streams;

  @Override
  public void subscribed(Subscription subscription) {
    Names.follow(
        subscription,
        Names.of(subscription, "identifier").flatMap(streams::ofSignedName),
        streams.whisper());
  }
}
