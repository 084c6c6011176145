package io.ropeway.broadcast;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.PresenceText;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.SharedText;
import io.ropeway.room.Audience;
import io.ropeway.room.Followers;
import io.ropeway.room.Listener;
import io.ropeway.room.Room;
import io.ropeway.room.RoomRegistry;
import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands an event to everybody on this node who follows its stream.
 *
 * <p>The event is encoded once, and one frame made of that for each audience, before its loop; the
 * loop only offers it. Events of one stream are delivered in the order of the calls, the same for
 * all followers; different streams do not wait for each other. Never blocks.
 */
@ApplicationScoped
public class LocalFanOut {

  private static final System.Logger LOGGER = System.getLogger(LocalFanOut.class.getName());

  @Inject RoomRegistry rooms;

  /** Delivers on this thread, or on the one that is delivering on this stream already. */
  public void deliver(Event event) {
    List<String> audience = event.audience();
    SharedText payload = new SharedText(event.payload());
    Set<Subscriber> told = audience.size() == 1 ? null : ConcurrentHashMap.newKeySet();
    for (int i = 0; i < audience.size(); i++) {
      Room room = rooms.find(audience.get(i));
      if (room != null) {
        room.turn().take(() -> deliver(event, payload, room.followers(), told));
      }
    }
  }

  /** Delivers an entry of a durable stream, in its sequencer's turn. */
  void deliver(CachedEvent cached) {
    LogEvent event = cached.event();
    Room room = rooms.find(event.stream());
    if (room == null) {
      return;
    }
    boolean isWidest = event.audience().get(0).streamId() == event.streamId();
    Audience[] audiences = room.followers().audiences();
    for (int i = 0; i < audiences.length; i++) {
      Audience audience = audiences[i];
      EncodedFrame frame = cached.frame(audience.codec(), audience.identifier());
      if (isWidest) {
        offer(frame, audience.subscribers(), event.exclusion());
      } else {
        offerToOthers(frame, audience.subscribers(), event);
      }
    }
    for (Listener listener : room.followers().listeners()) {
      if (!event.exclusion().excludes(listener.subscriber())
          && !isToldElsewhere(listener.subscriber(), event)) {
        call(listener, event.payload());
      }
    }
  }

  /** Whether a subscriber is told an event by a wider stream of the event's audience. */
  static boolean isToldElsewhere(Subscriber subscriber, LogEvent event) {
    List<LogEvent.Place> audience = event.audience();
    for (int i = 0; i < audience.size(); i++) {
      LogEvent.Place place = audience.get(i);
      if (place.streamId() == event.streamId()) {
        return false;
      }
      if (subscriber.isTold(place.streamId(), place.offset())) {
        return true;
      }
    }
    return false;
  }

  private static void offerToOthers(EncodedFrame frame, Subscriber[] subscribers, LogEvent event) {
    for (int i = 0; i < subscribers.length; i++) {
      if (!isToldElsewhere(subscribers[i], event) && !event.exclusion().excludes(subscribers[i])) {
        offer(frame, subscribers[i].session());
      }
    }
  }

  /**
   * @param told who was told by another stream of the audience; null if there is no other
   */
  private static void deliver(
      Event event, SharedText payload, Followers followers, @Nullable Set<Subscriber> told) {
    if (event.name().equals(PresenceText.EVENT)) {
      tellOfPresence(event.payload(), followers);
      return;
    }
    Exclusion exclusion = event.exclusion();
    Audience[] audiences = followers.audiences();
    for (int i = 0; i < audiences.length; i++) {
      Audience audience = audiences[i];
      EncodedFrame frame =
          audience.codec().encode(new ServerMessage.Data(audience.identifier(), payload, null));
      if (told == null) {
        offer(frame, audience.subscribers(), exclusion);
      } else {
        offerOnce(frame, audience.subscribers(), exclusion, told);
      }
    }
    for (Listener listener : followers.listeners()) {
      if (!exclusion.excludes(listener.subscriber())
          && (told == null || told.add(listener.subscriber()))) {
        call(listener, event.payload());
      }
    }
  }

  /** Callbacks hear nothing of it: they are for what channels publish. */
  private static void tellOfPresence(String news, Followers followers) {
    Audience[] audiences = followers.audiences();
    for (int i = 0; i < audiences.length; i++) {
      Audience audience = audiences[i];
      EncodedFrame frame =
          audience.codec().encode(new ServerMessage.Presence(audience.identifier(), news));
      for (Subscriber subscriber : audience.subscribers()) {
        if (subscriber.session().understandsPresence()) {
          offer(frame, subscriber.session());
        }
      }
    }
  }

  private static void offer(EncodedFrame frame, Subscriber[] subscribers, Exclusion exclusion) {
    for (int i = 0; i < subscribers.length; i++) {
      if (exclusion != Exclusion.NOBODY && exclusion.excludes(subscribers[i])) {
        continue;
      }
      offer(frame, subscribers[i].session());
    }
  }

  private static void offerOnce(
      EncodedFrame frame, Subscriber[] subscribers, Exclusion exclusion, Set<Subscriber> told) {
    for (int i = 0; i < subscribers.length; i++) {
      if (told.add(subscribers[i]) && !exclusion.excludes(subscribers[i])) {
        offer(frame, subscribers[i].session());
      }
    }
  }

  private static void offer(EncodedFrame frame, ClientSession session) {
    try {
      session.outbox().offer(frame);
    } catch (RuntimeException e) {
      failed(session, e);
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
