package io.ropeway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.LimitSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionContract;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.ManualTime;
import io.ropeway.session.SocketPeer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The portable transport, carried by Tyrus. */
class WebSocketConnectionTest extends ConnectionContract {

  private static final ManualTime TIME = new ManualTime();
  private static ServerContainer server;

  @BeforeAll
  static void start() throws Exception {
    TicketOffice tickets = new TicketOffice();
    tickets.limits = TestSettings.of(LimitSettings.class);
    tickets.timers = TIME.wheel();
    CableEndpointProvider.tickets = tickets;
    server = ServerContainerFactory.createServerContainer(Map.of());
    server.addEndpoint(CableEndpoint.class);
    server.start("/", 0);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Override
  protected Peer connect(Function<Connection, ConnectionListener> opener) {
    return open(CableEndpointProvider.tickets.issue(new Upgrade(null, 65_536, opener)));
  }

  private static SocketPeer open(String ticket) {
    int port = ((TyrusServerContainer) server).getPort();
    return new SocketPeer(URI.create("ws://localhost:" + port + "/_ws/" + ticket));
  }

  @Test
  void opensNothingWithoutATicket() throws Exception {
    assertThat(open("none").next()).isEqualTo("close 1008 ");
  }

  @Test
  void takesATicketOnce() throws Exception {
    String ticket =
        CableEndpointProvider.tickets.issue(
            new Upgrade(
                null,
                65_536,
                connection -> {
                  throw new IllegalStateException("as asked");
                }));
    open(ticket);

    assertThat(open(ticket).next()).isEqualTo("close 1008 ");
  }

  @Test
  void takesNoTicketThatIsTooOld() throws Exception {
    String ticket =
        CableEndpointProvider.tickets.issue(new Upgrade(null, 65_536, connection -> null));
    TIME.pass(Duration.ofSeconds(11));

    assertThat(open(ticket).next()).isEqualTo("close 1008 ");
  }
}
