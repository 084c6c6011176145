package io.ropeway.service.chat;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.room.PresenceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Tells a room's followers what happened there, once the transaction has committed. */
@ApplicationScoped
public class ChatEvents {

  @Inject Broadcaster broadcaster;
  @Inject PresenceRegistry presence;
  private final Jsonb jsonb = JsonbBuilder.create();

  /** The stream of a room. */
  public static String stream(long roomId) {
    return "room:" + roomId;
  }

  void created(long roomId, MessageView message) {
    publish(roomId, "message.created", message);
  }

  void updated(long roomId, MessageView message) {
    publish(roomId, "message.updated", message);
  }

  void deleted(long roomId, MessageView message) {
    publish(roomId, "message.deleted", message);
  }

  void joined(long roomId, String slug, PersonView user) {
    publish(roomId, "member.joined", new Movement(slug, user, isPresent(roomId, user)));
  }

  void left(long roomId, String slug, PersonView user) {
    publish(roomId, "member.left", new Movement(slug, user, isPresent(roomId, user)));
  }

  /** Somebody came online in a room. */
  public void cameOnline(long roomId, String slug, PersonView user) {
    publish(roomId, "member.joined", new Movement(slug, user, true));
  }

  /** Somebody is no longer online in a room. */
  public void wentOffline(long roomId, String slug, PersonView user) {
    publish(roomId, "member.left", new Movement(slug, user, false));
  }

  /** Somebody began or ended typing. */
  public void typing(long roomId, String slug, PersonView user, boolean typing) {
    publish(roomId, typing ? "typing.on" : "typing.off", new Typing(slug, user));
  }

  void read(long roomId, String slug, PersonView user, long messageId) {
    publish(roomId, "message.read", new ReadMark(slug, user, messageId));
  }

  private void publish(long roomId, String event, Object data) {
    String payload = "{\"event\":\"" + event + "\",\"data\":" + jsonb.toJson(data) + "}";
    broadcaster.publish(new Event(stream(roomId), payload));
  }

  private boolean isPresent(long roomId, PersonView user) {
    return presence.present(stream(roomId)).contains(String.valueOf(user.id()));
  }

  /** The data of somebody's coming and going, as a member or on the line. */
  public record Movement(String room, PersonView user, boolean online) {}

  /** The data of a typing mark. */
  public record Typing(String room, PersonView user) {}

  /** The data of a read mark. */
  public record ReadMark(String room, PersonView user, long messageId) {}
}
