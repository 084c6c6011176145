package io.ropeway.service.broadcast;

import io.ropeway.broadcast.Event;
import java.util.Map;

/** One thing that another program asked for. */
sealed interface Publication {

  /** An event for the followers of a stream. */
  record Publish(Event event) implements Publication {}

  /** The end of all connections with these identifiers. */
  record Disconnect(Map<String, String> identifiers, boolean reconnect) implements Publication {}
}
