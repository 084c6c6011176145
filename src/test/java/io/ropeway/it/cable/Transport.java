package io.ropeway.it.cable;

import io.ropeway.it.Servers;
import java.net.URI;
import java.util.Locale;

/**
 * Who writes the frames. A server that runs already is used instead of a new one if its address is
 * in the system property {@code ropeway.it.fast} or {@code ropeway.it.portable}.
 */
enum Transport {
  /** The one of the application server's own. */
  FAST,
  /** The one of the Jakarta WebSocket API. */
  PORTABLE;

  URI server() {
    String running = System.getProperty("ropeway.it." + name().toLowerCase(Locale.ROOT));
    if (running != null) {
      return URI.create(running);
    }
    return this == FAST ? Servers.main().uri() : Servers.portable().uri();
  }
}
