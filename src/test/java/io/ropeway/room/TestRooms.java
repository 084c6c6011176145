package io.ropeway.room;

import io.ropeway.config.PresenceSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.session.TimerWheel;

/** Makes the beans of this package for tests of other packages. */
public final class TestRooms {

  private TestRooms() {}

  /** Nobody is present yet. */
  public static PresenceRegistry presence(TimerWheel timers) {
    PresenceRegistry presence = new PresenceRegistry();
    presence.settings = TestSettings.of(PresenceSettings.class);
    presence.timers = timers;
    return presence;
  }
}
