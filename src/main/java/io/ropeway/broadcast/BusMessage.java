package io.ropeway.broadcast;

/** What nodes tell each other. */
public sealed interface BusMessage {

  /** An entry that was committed to the log. */
  record Logged(LogEvent event) implements BusMessage {}

  /** A transient event. */
  record Passing(Event event) implements BusMessage {}

  /** Close a session wherever it is, for another has taken its place. */
  record Replaced(String sessionId) implements BusMessage {}

  /** Find out whether a session's client still answers; close the session if not. */
  record Suspected(String sessionId) implements BusMessage {}

  /** That was found out, and what followed from it is in the database. */
  record Examined(String sessionId) implements BusMessage {}
}
