package io.ropeway.channel.chat;

import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.room.PresenceChange;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.chat.ChatEvents;
import io.ropeway.service.chat.PersonView;
import io.ropeway.service.chat.RoomView;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/** Keeps who is online in which room, and tells the room of each change. */
@ApplicationScoped
public class RoomAttendance {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final System.Logger LOGGER = System.getLogger(RoomAttendance.class.getName());
  private static final int DEPTH = 2;

  @Inject PresenceRegistry presence;
  @Inject ChatEvents events;

  /** Counts somebody in. */
  void enter(RoomView room, Identity who) {
    String info =
        JSON.createObjectBuilder()
            .add("room", room.slug())
            .add("name", who.name())
            .build()
            .toString();
    presence.enter(ChatEvents.stream(room.id()), who.id(), info);
  }

  /** Somebody's subscription ended; one whose connection broke may come back in time. */
  void leave(RoomView room, Identity who, boolean connectionLost) {
    String stream = ChatEvents.stream(room.id());
    if (connectionLost) {
      presence.leaveAfterGrace(stream, who.id());
    } else {
      presence.leave(stream, who.id());
    }
  }

  /** Somebody came online in a room, or went offline, as seen from all nodes. */
  void changed(@Observes PresenceChange change) {
    if (change.info() == null || !ChatEvents.isRoom(change.room())) {
      return;
    }
    try {
      JsonObject info = JsonText.object(change.info(), DEPTH);
      PersonView person = new PersonView(Long.parseLong(change.who()), info.getString("name"));
      long roomId = ChatEvents.roomId(change.room());
      if (change.present()) {
        events.cameOnline(roomId, info.getString("room"), person);
      } else {
        events.wentOffline(roomId, info.getString("room"), person);
      }
    } catch (MalformedFrameException e) {
      LOGGER.log(System.Logger.Level.ERROR, "What is known of somebody cannot be read", e);
    }
  }
}
