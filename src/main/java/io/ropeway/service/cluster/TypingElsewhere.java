package io.ropeway.service.cluster;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.Event;
import io.ropeway.room.TypingRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Keeps who types on other nodes, as the events of those say, so that who comes to a stream is told
 * of them too.
 */
@ApplicationScoped
public class TypingElsewhere {

  /** The name of an event that says that its author types in its stream. */
  public static final String ON = "typing.on";

  /** The name of an event that takes it back. */
  public static final String OFF = "typing.off";

  @Inject TypingRegistry typing;

  /** Another node tells something that only passes. */
  void hear(@Observes BusMessage.Passing passing) {
    Event event = passing.event();
    boolean types = event.name().equals(ON);
    if (event.author() != null && (types || event.name().equals(OFF))) {
      typing.heard(event.stream(), event.author(), types);
    }
  }
}
