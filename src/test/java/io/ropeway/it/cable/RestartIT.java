package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.suite;

import io.ropeway.it.ServerProcess;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestartIT {

  @RegisterExtension final CableClients cables = new CableClients(TightServer::address);

  @Test
  void sendsClientsAwayInGoodOrderAndServesThemAfterwards() {
    ServerProcess server = TightServer.process();
    List<CableClient> clients = new ArrayList<>();
    clients.add(cables.at("/cable?test=reasons&reason=server_restart").open());
    for (int n = 0; n < 10; n++) {
      clients.add(cables.at("/cable?test=uid&uid=restart" + n).open());
    }
    server.stop();
    for (CableClient client : clients) {
      client.disconnected("server_restart", true).closed(1012);
    }
    server.start();
    // The first to use the server at all: nothing was looked up on another's thread before.
    String identifier = suite("BroadcastDataFromChannelChannel");
    CableClient again = cables.open().subscribe(identifier);
    again.perform(identifier, "speak", "msg", "hello again");
    again.hears(identifier, object("text", "hello again"));
  }
}
