package io.ropeway.service.chat;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.EventKind;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.chat.MemberRepository;
import io.ropeway.persistence.chat.MessageRepository;
import io.ropeway.persistence.chat.Room;
import io.ropeway.persistence.chat.RoomMember;
import io.ropeway.persistence.chat.RoomRepository;
import io.ropeway.persistence.cluster.PresenceInfo;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes away what somebody said in rooms, from the messages and from the log, and ends the
 * memberships, within the running transaction. The caller holds the user's row, so that nobody
 * speaks in that name meanwhile.
 */
@ApplicationScoped
public class ChatErasure {

  @Inject MessageRepository messages;
  @Inject MemberRepository members;
  @Inject RoomRepository rooms;
  @Inject PresenceInfo presence;
  @Inject StreamLog log;
  @Inject ChatEvents events;
  @Inject Broadcaster broadcaster;
  @Inject DatabaseClock clock;

  /** Erases for a user who has no name any more; tells every room that had something to erase. */
  public void erase(AppUser user) {
    PersonView nobody = PersonView.of(user);
    long userId = user.id();
    Map<Long, String> told = new TreeMap<>();
    for (Room room : messages.roomsOfSender(userId)) {
      told.put(room.id(), room.slug());
    }
    for (RoomMember member : members.ofUser(userId)) {
      Room room = rooms.find(member.roomId()).orElseThrow();
      members.remove(member);
      events.left(room.id(), room.slug(), nobody);
      told.put(room.id(), room.slug());
    }
    messages.eraseOfSender(userId, clock.now());
    presence.forget(String.valueOf(userId));
    log.redactAuthor(
            Identity.key(Identity.Kind.USER, userId),
            (name, payload) -> ErasedPayload.of(name, payload, nobody))
        .forEach(stream -> broadcaster.publish(Event.control(stream, EventKind.REDACTION, "")));
    told.forEach((roomId, slug) -> events.erased(roomId, slug, nobody));
  }
}
