package io.ropeway.room;

import io.ropeway.protocol.ProtocolCodec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of one stream that get the very same frame: one codec, one identifier.
 *
 * <p>Immutable. The arrays are handed out as they are, for fan-out to walk by index; nobody writes
 * to them.
 */
public final class Audience {

  private final ProtocolCodec codec;
  private final String identifier;
  private final Subscriber[] subscribers;

  private Audience(ProtocolCodec codec, String identifier, Subscriber[] subscribers) {
    this.codec = codec;
    this.identifier = identifier;
    this.subscribers = subscribers;
  }

  static Audience of(Subscriber first) {
    return new Audience(first.session().codec(), first.identifier(), new Subscriber[] {first});
  }

  public ProtocolCodec codec() {
    return codec;
  }

  public String identifier() {
    return identifier;
  }

  /** All of them; not to be written to. */
  public Subscriber[] subscribers() {
    return subscribers;
  }

  boolean suits(Subscriber subscriber) {
    return subscriber.session().codec() == codec && subscriber.identifier().equals(identifier);
  }

  Audience with(Subscriber subscriber) {
    Subscriber[] more = Arrays.copyOf(subscribers, subscribers.length + 1);
    more[subscribers.length] = subscriber;
    return new Audience(codec, identifier, more);
  }

  /** Without the subscriber; itself if it was not there, null if nobody is left. */
  @Nullable Audience without(Subscriber subscriber) {
    int index = Arrays.asList(subscribers).indexOf(subscriber);
    if (index < 0) {
      return this;
    }
    if (subscribers.length == 1) {
      return null;
    }
    Subscriber[] fewer = new Subscriber[subscribers.length - 1];
    System.arraycopy(subscribers, 0, fewer, 0, index);
    System.arraycopy(subscribers, index + 1, fewer, index, fewer.length - index);
    return new Audience(codec, identifier, fewer);
  }
}
