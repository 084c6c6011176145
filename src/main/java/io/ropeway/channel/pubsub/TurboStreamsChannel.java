package io.ropeway.channel.pubsub;

import io.ropeway.channel.Access;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Subscription;
import jakarta.inject.Inject;

/** A stream of Turbo (turbo-rails), by its signed name. */
@ChannelName(
    value = "Turbo::StreamsChannel",
    access = Access.PUBLIC,
    onlyWith = "ropeway.pubsub.secret")
public class TurboStreamsChannel implements Channel {

  @Inject SignedStreams streams;

  @Override
  public void subscribed(Subscription subscription) {
    Names.follow(
        subscription,
        Names.of(subscription, "signed_stream_name").flatMap(streams::ofSignedName),
        streams.whisper());
  }
}
