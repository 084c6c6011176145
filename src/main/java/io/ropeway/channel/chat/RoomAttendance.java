package io.ropeway.channel.chat;

import io.ropeway.channel.CommandThreads;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.chat.ChatEvents;
import io.ropeway.service.chat.PersonView;
import io.ropeway.service.chat.RoomView;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps who is online in which room, and tells the room of each change. */
@ApplicationScoped
public class RoomAttendance {

  @Inject PresenceRegistry presence;
  @Inject ChatEvents events;
  @Inject CommandThreads threads;

  /**
   * Counts somebody in.
   *
   * @return whether that made them online, which is to be {@link #announce announced}
   */
  boolean enter(RoomView room, Identity who) {
    return presence.enter(ChatEvents.stream(room.id()), who.id());
  }

  /** Tells the room that somebody came. */
  void announce(RoomView room, Identity who) {
    events.cameOnline(room.id(), room.slug(), person(who));
  }

  /** Somebody's subscription ended; one whose connection broke may come back in time. */
  void leave(RoomView room, Identity who, boolean connectionLost) {
    String stream = ChatEvents.stream(room.id());
    Runnable goneOffline = () -> events.wentOffline(room.id(), room.slug(), person(who));
    if (connectionLost) {
      presence.leaveAfterGrace(stream, who.id(), () -> threads.execute(goneOffline));
    } else if (presence.leave(stream, who.id())) {
      goneOffline.run();
    }
  }

  private static PersonView person(Identity who) {
    return new PersonView(Long.parseLong(who.id()), who.name());
  }
}
