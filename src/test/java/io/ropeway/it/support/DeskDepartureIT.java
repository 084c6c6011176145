package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How a server that stops takes leave of the desk's clients: the mobile app's library stumbles over
 * a farewell and is told by the close alone, browsers are told to come back.
 */
class DeskDepartureIT {

  private static final int SERVICE_RESTART = 1012;

  private ServerProcess server;
  @RegisterExtension final CableClients clients = new CableClients(() -> server.uri());

  @Test
  void takesLeaveOfAppsWithoutAWordAndOfBrowsersWithOne() {
    Database database = Database.create();
    server =
        ServerProcess.named("desk-departure")
            .on(database)
            .setting("ropeway.drain", "PT1S")
            .prepare();
    try (ServerProcess leaving = server.start()) {
      DeskWorld world = new DeskWorld(database);
      CableClient app = listen(clients.at("/cable"), DeskSocket.room(world.ann));
      CableClient foreignApp =
          listen(
              clients.at("/cable").header("Origin", leaving.uri().toString().replaceAll("/$", "")),
              DeskSocket.room(world.ben));
      CableClient browser =
          listen(
              clients.at("/cable").header("Sec-Fetch-Mode", "websocket"),
              DeskSocket.room(world.boss));
      CableClient widget = listen(clients.at("/cable"), DeskSocket.room(world.visitor));

      leaving.stop();

      for (CableClient told : new CableClient[] {browser, widget}) {
        told.skipMessages().disconnected("server_restart", true);
      }
      for (CableClient untold : new CableClient[] {app, foreignApp}) {
        assertThat(untold.closeCode()).isEqualTo(SERVICE_RESTART);
        assertThat(untold.drain()).allMatch(frame -> Frames.type(frame).isEmpty());
      }
    }
  }

  private static CableClient listen(CableClients.Handshake handshake, String identifier) {
    return handshake.open().forgivingUnread().subscribe(identifier);
  }
}
