package io.ropeway.config;

import java.util.List;
import java.util.Optional;

/**
 * Streams that clients may follow without a channel of the application.
 *
 * @param secret signs the names that other back ends hand out; without one none are taken
 * @param publicStreams patterns of names that everybody may follow unsigned
 * @param streams patterns of names that may be followed this way at all, and whose events are kept;
 *     those that a deployed channel declares never may
 * @param whisper whether followers of signed names may whisper; of public ones they may
 */
@Settings("pubsub")
public record PubsubSettings(
    Optional<String> secret, List<String> publicStreams, List<String> streams, boolean whisper) {

  /** Whether there is a way to follow any stream so. */
  public boolean isOn() {
    return secret.isPresent() || !publicStreams.isEmpty();
  }
}
