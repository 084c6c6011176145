package io.ropeway.broadcast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, for the followers of its audience's streams.
 *
 * @param audience the streams that carry it, the widest first; who follows several of them hears it
 *     once. All durable or all transient
 * @param kind what it is; {@link EventKind#DATA} but for the nodes' own
 * @param name what happened, such as {@code message.created}; empty where nothing depends on it
 * @param payload JSON text, serialised once and sent on as it is
 * @param exclusion who does not hear it
 * @param subject what it tells of, such as {@code message:7}, by which its text can be erased from
 *     the log; null if nobody may ever want that
 * @param author the key of the identity whose words or name it carries, for the same purpose
 * @param lowered whether it leaves no trace in a durable stream's log
 */
public record Event(
    List<String> audience,
    EventKind kind,
    String name,
    String payload,
    Exclusion exclusion,
    @Nullable String subject,
    @Nullable String author,
    boolean lowered) {

  public Event {
    audience = List.copyOf(audience);
    if (audience.isEmpty()) {
      throw new IllegalArgumentException("An event needs a stream");
    }
  }

  /** An event for every follower of one stream. */
  public Event(String stream, String payload) {
    this(List.of(stream), "", payload);
  }

  /** A named event for every follower of an audience. */
  public Event(List<String> audience, String name, String payload) {
    this(audience, EventKind.DATA, name, payload, Exclusion.NOBODY, null, null, false);
  }

  /** Something for the nodes, at its place in a stream's order. */
  public static Event control(String stream, EventKind kind, String payload) {
    return new Event(List.of(stream), kind, "", payload, Exclusion.NOBODY, null, null, false);
  }

  /** The widest stream of the audience, which gives the order. */
  public String stream() {
    return audience.get(0);
  }

  /** The same event, unheard by one session. */
  public Event excluding(@Nullable String sessionId) {
    return new Event(
        audience, kind, name, payload, exclusion.withSession(sessionId), subject, author, lowered);
  }

  /** The same event, unheard by all sessions of an identity. */
  public Event excludingIdentity(String identityKey) {
    return new Event(
        audience,
        kind,
        name,
        payload,
        exclusion.withIdentity(identityKey),
        subject,
        author,
        lowered);
  }

  /** The same event, with what it tells of and whose words it carries. */
  public Event about(@Nullable String newSubject, @Nullable String newAuthor) {
    return new Event(audience, kind, name, payload, exclusion, newSubject, newAuthor, lowered);
  }

  /** The same event, leaving no trace even in a durable stream. */
  public Event asTransient() {
    return new Event(audience, kind, name, payload, exclusion, subject, author, true);
  }
}
