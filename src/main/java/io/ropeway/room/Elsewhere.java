package io.ropeway.room;

import io.ropeway.protocol.PresenceRecord;
import java.util.List;

/** What a node's presence is to all others. */
public interface Elsewhere {

  /** No other node. */
  Elsewhere NOWHERE =
      new Elsewhere() {
        @Override
        public void changed(String room, String who) {
          // Nobody wants to know.
        }

        @Override
        public List<PresenceRecord> present(String room) {
          return List.of();
        }
      };

  /** Somebody's presence on this node began, ended, or looks different. Returns at once. */
  void changed(String room, String who);

  /** Who is present in a room on other nodes, as far as that can be found out; may block. */
  List<PresenceRecord> present(String room);
}
