package io.ropeway.channel;

import io.ropeway.broadcast.StreamHead;

/**
 * A durable stream that a subscription follows and does not hear yet: nothing that is published
 * from now on is missed. Belongs on the threads of the channel's own handlers.
 */
public final class Following {

  private final SubscribedStreams streams;
  private final String stream;

  Following(SubscribedStreams streams, String stream) {
    this.streams = streams;
    this.stream = stream;
  }

  /** The stream's name. */
  public String stream() {
    return stream;
  }

  /**
   * Says what the client is shown in another way, and so what it hears first: everything after this
   * head, which was read together with what is shown. Without this call it hears everything from
   * the end of the handler on.
   */
  public void from(StreamHead head) {
    streams.startAt(stream, head);
  }
}
