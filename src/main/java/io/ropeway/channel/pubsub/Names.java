package io.ropeway.channel.pubsub;

import io.ropeway.channel.Subscription;
import jakarta.json.JsonString;
import java.util.Optional;

/** What the channels of this package do alike. */
final class Names {

  private Names() {}

  /** A text among the identifier's parameters. */
  static Optional<String> of(Subscription subscription, String parameter) {
    return subscription.params().get(parameter) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  /** Follows a stream with presence, or rejects where there is none. */
  static void follow(Subscription subscription, Optional<String> stream, boolean whisper) {
    if (stream.isEmpty()) {
      subscription.reject();
      return;
    }
    subscription.streamFrom(stream.get());
    subscription.allowPresence(stream.get());
    if (whisper) {
      subscription.whisperTo(stream.get());
    }
  }
}
