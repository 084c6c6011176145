package io.ropeway.service.chat;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.cluster.TypingElsewhere;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;

/** Tells a room's followers what happened there, once the transaction has committed. */
@ApplicationScoped
public class ChatEvents {

  private static final String STREAM = "room:";

  @Inject Broadcaster broadcaster;
  @Inject StreamLog log;
  @Inject PresenceRegistry presence;
  private final Jsonb jsonb = JsonbBuilder.create();

  /** The stream of a room. */
  public static String stream(long roomId) {
    return STREAM + roomId;
  }

  /** Whether a stream is a room's. */
  public static boolean isRoom(String stream) {
    return stream.startsWith(STREAM);
  }

  /** The room of such a stream. */
  public static long roomId(String stream) {
    return Long.parseLong(stream.substring(STREAM.length()));
  }

  void created(long roomId, MessageView message) {
    broadcaster.publish(event(roomId, "message.created", message));
  }

  void updated(long roomId, MessageView message) {
    broadcaster.publish(event(roomId, "message.updated", message));
  }

  /** Also takes the message's text out of what the log has of it, which stays as a mark. */
  void deleted(long roomId, MessageView message) {
    log.redactSubject(subject(message), name -> payload(name, message));
    broadcaster.publish(event(roomId, "message.deleted", message));
  }

  void joined(long roomId, String slug, PersonView user) {
    Movement movement = new Movement(slug, user, isPresent(roomId, user));
    broadcaster.publish(event(roomId, "member.joined", movement, user));
  }

  void left(long roomId, String slug, PersonView user) {
    Movement movement = new Movement(slug, user, isPresent(roomId, user));
    broadcaster.publish(event(roomId, "member.left", movement, user));
  }

  void read(long roomId, String slug, PersonView user, long messageId) {
    ReadMark mark = new ReadMark(slug, user, messageId);
    broadcaster.publish(event(roomId, "message.read", mark, user));
  }

  /** Everything that somebody has said in a room is gone, and so is the name. */
  void erased(long roomId, String slug, PersonView nobody) {
    broadcaster.publish(event(roomId, "user.erased", new Erased(slug, nobody), nobody));
  }

  /** Somebody came online in a room; who comes later sees it for themselves. */
  public void cameOnline(long roomId, String slug, PersonView user) {
    Movement movement = new Movement(slug, user, true);
    broadcaster.publish(event(roomId, "member.joined", movement, user).asTransient());
  }

  /** Somebody is no longer online in a room. */
  public void wentOffline(long roomId, String slug, PersonView user) {
    Movement movement = new Movement(slug, user, false);
    broadcaster.publish(event(roomId, "member.left", movement, user).asTransient());
  }

  /** Somebody began or ended typing; nobody needs to know later. */
  public void typing(long roomId, String slug, PersonView user, boolean typing) {
    String name = typing ? TypingElsewhere.ON : TypingElsewhere.OFF;
    broadcaster.publish(event(roomId, name, new Typing(slug, user), user).asTransient());
  }

  private Event event(long roomId, String name, MessageView message) {
    return event(roomId, name, message, message.sender())
        .about(subject(message), key(message.sender()));
  }

  private Event event(long roomId, String name, Object data, PersonView author) {
    return new Event(List.of(stream(roomId)), name, payload(name, data)).about(null, key(author));
  }

  private String payload(String name, Object data) {
    return "{\"event\":\"" + name + "\",\"data\":" + jsonb.toJson(data) + "}";
  }

  private static String subject(MessageView message) {
    return "message:" + message.id();
  }

  private static String key(PersonView person) {
    return Identity.key(Identity.Kind.USER, person.id());
  }

  private boolean isPresent(long roomId, PersonView user) {
    return presence.present(stream(roomId)).contains(String.valueOf(user.id()));
  }

  /** The data of somebody's coming and going, as a member or on the line. */
  public record Movement(String room, PersonView user, boolean online) {}

  /** The data of an erasure: whose messages have no text any more. */
  public record Erased(String room, PersonView user) {}

  /** The data of a typing mark. */
  public record Typing(String room, PersonView user) {}

  /** The data of a read mark. */
  public record ReadMark(String room, PersonView user, long messageId) {}
}
