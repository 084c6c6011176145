package io.ropeway.channel.support;

import io.ropeway.channel.Subscription;
import io.ropeway.service.support.event.DeskListener;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has a subscription follow what somebody may follow. The right is looked up again once the streams
 * are followed: one that ended in between was not noticed, one that ends later is.
 */
final class Rights {

  private static final int ATTEMPTS = 3;

  private Rights() {}

  /**
   * Follows all streams of a listener.
   *
   * @param find looks the listener up
   * @param callback hears the events in the client's place, if there is one
   * @return the listener; empty if there is none, or the rights do not stand still
   */
  static Optional<DeskListener> follow(
      Subscription subscription,
      Supplier<Optional<DeskListener>> find,
      @Nullable Consumer<String> callback) {
    Optional<DeskListener> found = find.get();
    for (int i = 0; i < ATTEMPTS && found.isPresent(); i++) {
      DeskListener listener = found.get();
      if (i == 0) {
        subscription.actAs(listener.identity());
        subscription.returnWhenEvicted();
        subscription.liftStreamLimit();
      }
      listener.streams().forEach(stream -> follow(subscription, stream, callback));
      found = find.get();
      if (found.isPresent() && found.get().streams().equals(listener.streams())) {
        return found;
      }
      Set<String> kept = found.map(DeskListener::streams).orElse(Set.of());
      listener.streams().stream()
          .filter(stream -> !kept.contains(stream))
          .forEach(subscription::stopStream);
    }
    return Optional.empty();
  }

  private static void follow(
      Subscription subscription, String stream, @Nullable Consumer<String> callback) {
    if (callback == null) {
      subscription.streamFrom(stream);
    } else {
      subscription.streamFrom(stream, callback);
    }
  }
}
