package io.ropeway.room;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who follows one stream on this node, at one instant. Immutable; a join or leave makes a
 * new one.
 */
public final class Followers {

  static final Followers NOBODY = new Followers(new Audience[0], new Listener[0]);

  private final Audience[] audiences;
  private final Listener[] listeners;

  private Followers(Audience[] audiences, Listener[] listeners) {
    this.audiences = audiences;
    this.listeners = listeners;
  }

  /** Those who get frames, grouped by what frame; not to be written to. */
  public Audience[] audiences() {
    return audiences;
  }

  /** Those who hear through a callback; not to be written to. */
  public Listener[] listeners() {
    return listeners;
  }

  public boolean isEmpty() {
    return audiences.length == 0 && listeners.length == 0;
  }

  /** Everybody, however they hear the stream. */
  void forEach(Consumer<Subscriber> action) {
    for (Audience audience : audiences) {
      List.of(audience.subscribers()).forEach(action);
    }
    for (Listener listener : listeners) {
      action.accept(listener.subscriber());
    }
  }

  Followers with(Subscriber subscriber, @Nullable StreamCallback callback) {
    if (callback != null) {
      Listener[] more = Arrays.copyOf(listeners, listeners.length + 1);
      more[listeners.length] = new Listener(subscriber, callback);
      return new Followers(audiences, more);
    }
    for (int i = 0; i < audiences.length; i++) {
      if (audiences[i].suits(subscriber)) {
        Audience[] same = audiences.clone();
        same[i] = same[i].with(subscriber);
        return new Followers(same, listeners);
      }
    }
    Audience[] more = Arrays.copyOf(audiences, audiences.length + 1);
    more[audiences.length] = Audience.of(subscriber);
    return new Followers(more, listeners);
  }

  Followers without(Subscriber subscriber) {
    Listener[] heard =
        Arrays.stream(listeners)
            .filter(listener -> listener.subscriber() != subscriber)
            .toArray(Listener[]::new);
    for (int i = 0; i < audiences.length; i++) {
      if (!audiences[i].suits(subscriber)) {
        continue;
      }
      Audience rest = audiences[i].without(subscriber);
      Audience[] left;
      if (rest != null) {
        left = audiences.clone();
        left[i] = rest;
      } else {
        left = new Audience[audiences.length - 1];
        System.arraycopy(audiences, 0, left, 0, i);
        System.arraycopy(audiences, i + 1, left, i, left.length - i);
      }
      return new Followers(left, heard);
    }
    return new Followers(audiences, heard);
  }
}
