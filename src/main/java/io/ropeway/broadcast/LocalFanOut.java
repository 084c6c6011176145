package io.ropeway.broadcast;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.PresenceText;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.room.Audience;
import io.ropeway.room.Followers;
import io.ropeway.room.Listener;
import io.ropeway.room.Room;
import io.ropeway.room.RoomRegistry;
import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hands an event to everybody on this node who follows its stream.
 *
 * <p>One frame is encoded for each audience, before its loop; the loop only offers it. Events of
 * one stream are delivered in the order of the calls, the same for all followers; different streams
 * do not wait for each other. Never blocks.
 */
@ApplicationScoped
public class LocalFanOut {

  private static final System.Logger LOGGER = System.getLogger(LocalFanOut.class.getName());

  @Inject RoomRegistry rooms;

  /** Delivers on this thread, or on the one that is delivering on this stream already. */
  public void deliver(Event event) {
    Room room = rooms.find(event.stream());
    if (room != null) {
      room.turn().take(() -> deliver(event, room.followers()));
    }
  }

  private static void deliver(Event event, Followers followers) {
    Exclusion exclusion = event.exclusion();
    boolean tellsOfPresence = event.name().equals(PresenceText.EVENT);
    Audience[] audiences = followers.audiences();
    for (int i = 0; i < audiences.length; i++) {
      Audience audience = audiences[i];
      EncodedFrame frame = audience.codec().encode(message(audience.identifier(), event));
      offer(frame, audience.subscribers(), exclusion, tellsOfPresence);
    }
    if (tellsOfPresence) {
      return; // callbacks are for what channels publish
    }
    for (Listener listener : followers.listeners()) {
      if (!exclusion.excludes(listener.subscriber().session())) {
        call(listener, event.payload());
      }
    }
  }

  private static ServerMessage message(String identifier, Event event) {
    return event.name().equals(PresenceText.EVENT)
        ? new ServerMessage.Presence(identifier, event.payload())
        : new ServerMessage.Data(identifier, event.payload());
  }

  private static void offer(
      EncodedFrame frame, Subscriber[] subscribers, Exclusion exclusion, boolean tellsOfPresence) {
    for (int i = 0; i < subscribers.length; i++) {
      ClientSession session = subscribers[i].session();
      if (exclusion != Exclusion.NOBODY && exclusion.excludes(session)) {
        continue;
      }
      if (tellsOfPresence && !session.understandsPresence()) {
        continue;
      }
      try {
        session.outbox().offer(frame);
      } catch (RuntimeException e) {
        failed(session, e);
      }
    }
  }

  private static void call(Listener listener, String payload) {
    try {
      listener.callback().received(payload);
    } catch (RuntimeException e) {
      failed(listener.subscriber().session(), e);
    }
  }

  /** One bad subscriber never stops the others. */
  private static void failed(ClientSession session, RuntimeException e) {
    LOGGER.log(System.Logger.Level.ERROR, "Delivery to session " + session.id() + " failed", e);
  }
}
