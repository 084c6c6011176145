package io.ropeway.service.support.event;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.EventKind;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.persistence.support.SupportMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way out of the desk's events. */
@ApplicationScoped
class DeskPublisher {

  @Inject Broadcaster broadcaster;
  @Inject StreamLog log;

  /**
   * Publishes an event that whoever missed it is told later.
   *
   * @param subject the message whose text it carries, if it carries one
   */
  void publish(List<String> audience, DeskEvent event, JsonObject data, @Nullable String subject) {
    broadcaster.publish(
        new Event(audience, event.wireName(), Payload.of(event, data)).about(subject, null));
  }

  /** Publishes an event that is of no use later. */
  void pass(Event event) {
    broadcaster.publish(event.asTransient());
  }

  /**
   * Takes a message's text out of all that the log has of it. What shows it beside something else
   * stays at its place, as something that no client knows: the state that it told is told again by
   * the conversation's later events.
   *
   * @param bodies those without the text
   */
  void redact(SupportMessage message, long accountId, DeskBodies.Sides bodies) {
    String nothing = Payload.erased(accountId);
    log.redactSubject(
        Subjects.staff(message.id()),
        name -> isMessage(name) ? Payload.of(name, bodies.staff()) : nothing);
    log.redactSubject(
        Subjects.contact(message.id()),
        name -> isMessage(name) ? Payload.of(name, bodies.contact()) : nothing);
    log.redactSubject(Subjects.notice(message.id()), name -> nothing)
        .forEach(stream -> broadcaster.publish(Event.control(stream, EventKind.REDACTION, "")));
  }

  private static boolean isMessage(String name) {
    return name.startsWith("message.") || name.startsWith("first.");
  }
}
