package io.ropeway.room;

import io.ropeway.config.ChatSettings;
import io.ropeway.config.PresenceSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.session.TimerWheel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Makes the beans of this package for tests of other packages. */
public final class TestRooms {

  private TestRooms() {}

  /**
   * Nobody is present yet, and there are no other nodes.
   *
   * @param news is told at once who came and who is gone
   */
  public static PresenceRegistry presence(TimerWheel timers, Consumer<PresenceChange> news) {
    PresenceRegistry presence = new PresenceRegistry();
    presence.settings = TestSettings.of(PresenceSettings.class);
    presence.timers = timers;
    presence.shareWith(new Alone(presence, news));
    return presence;
  }

  /** Nobody types yet. */
  public static TypingRegistry typing(TimerWheel timers) {
    TypingRegistry typing = new TypingRegistry();
    typing.settings = TestSettings.of(ChatSettings.class);
    typing.timers = timers;
    return typing;
  }

  /** Where the first and the last here are the first and the last of all. */
  private record Alone(
      PresenceRegistry presence, Consumer<PresenceChange> news, Map<String, PresenceRecord> known)
      implements Elsewhere {

    Alone(PresenceRegistry presence, Consumer<PresenceChange> news) {
      this(presence, news, new ConcurrentHashMap<>());
    }

    @Override
    public void changed(String room, String who) {
      PresenceRecord now = presence.here(room, who);
      String place = room + " " + who;
      PresenceRecord before = now == null ? known.remove(place) : known.put(place, now);
      if ((now == null) != (before == null)) {
        String info = now == null ? before.info() : now.info();
        news.accept(new PresenceChange(room, who, info, now != null));
      }
    }

    @Override
    public List<PresenceRecord> present(String room) {
      return List.of();
    }
  }
}
