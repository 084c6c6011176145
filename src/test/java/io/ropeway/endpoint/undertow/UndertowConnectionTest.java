package io.ropeway.endpoint.undertow;

import io.ropeway.endpoint.Upgrade;
import io.ropeway.endpoint.UpgradeTransport;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionContract;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.SocketPeer;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The transport on Undertow, held to what every transport keeps. */
class UndertowConnectionTest extends ConnectionContract {

  private static volatile Function<Connection, ConnectionListener> nextOpener;
  private static Undertow server;

  @BeforeAll
  static void start() throws Exception {
    Filter filter =
        (request, response, chain) ->
            ((UpgradeTransport)
                    request.getServletContext().getAttribute(UpgradeTransport.ATTRIBUTE))
                .upgrade(
                    (HttpServletRequest) request,
                    (HttpServletResponse) response,
                    new Upgrade(null, 65_536, nextOpener));
    DeploymentManager manager =
        Servlets.newContainer()
            .addDeployment(
                Servlets.deployment()
                    .setClassLoader(UndertowConnectionTest.class.getClassLoader())
                    .setContextPath("/")
                    .setDeploymentName("contract")
                    .addFilter(
                        Servlets.filter(
                            "upgrade", Filter.class, new ImmediateInstanceFactory<>(filter)))
                    .addFilterUrlMapping("upgrade", "/*", DispatcherType.REQUEST));
    manager.deploy();
    server =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(4)
            .setHandler(manager.start())
            .addHttpListener(0, "localhost")
            .build();
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Override
  protected Peer connect(Function<Connection, ConnectionListener> opener) {
    nextOpener = opener;
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    return new SocketPeer(URI.create("ws://localhost:" + port + "/"));
  }
}
