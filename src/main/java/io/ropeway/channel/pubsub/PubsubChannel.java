package io.ropeway.channel.pubsub;

import io.ropeway.channel.Access;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Subscription;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * A stream by its name: {@code {"channel":"$pubsub","stream_name":"chat/1"}}, or with a {@code
 * signed_stream_name} in its place. There are no actions.
 */
@ChannelName(
    value = "$pubsub",
    access = Access.PUBLIC,
    onlyWith = {"ropeway.pubsub.secret", "ropeway.pubsub.public-streams"})
public class PubsubChannel implements Channel {

  @Inject SignedStreams streams;

  @Override
  public void subscribed(Subscription subscription) {
    Optional<String> signed = Names.of(subscription, "signed_stream_name");
    if (signed.isPresent()) {
      Names.follow(subscription, signed.flatMap(streams::ofSignedName), streams.whisper());
    } else {
      Names.follow(
          subscription, Names.of(subscription, "stream_name").flatMap(streams::ofPublicName), true);
    }
  }
}
