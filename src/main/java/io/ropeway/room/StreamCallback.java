package io.ropeway.room;

/** Hears the events of a stream in place of the subscriber, who then gets what it makes of them. */
@FunctionalInterface
public interface StreamCallback {

  /**
   * An event was published.
   *
   * @param payload the event's payload as JSON text
   */
  void received(String payload);
}
