package io.ropeway.endpoint.undertow;

import io.ropeway.endpoint.Upgrade;
import io.ropeway.endpoint.UpgradeTransport;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** An Undertow of one application, whose filter upgrades everything, and what it was told. */
final class UndertowFixture implements ConnectionListener, AutoCloseable {
  static final int MAX_MESSAGE_BYTES = 1_000;

  private final BlockingQueue<Connection> opened = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final Undertow server;

  UndertowFixture() throws ServletException {
    this(null);
  }

  /**
   * @param tls what the listener speaks TLS with; null for plain HTTP
   */
  UndertowFixture(SSLContext tls) throws ServletException {
    Filter filter =
        (request, response, chain) ->
            ((UpgradeTransport)
                    request.getServletContext().getAttribute(UpgradeTransport.ATTRIBUTE))
                .upgrade((HttpServletRequest) request, (HttpServletResponse) response, upgrade());
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(UndertowFixture.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("fixture")
            .addFilter(
                Servlets.filter("upgrade", Filter.class, new ImmediateInstanceFactory<>(filter)))
            .addFilterUrlMapping("upgrade", "/*", DispatcherType.REQUEST);
    DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
    manager.deploy();
    Undertow.Builder builder =
        Undertow.builder().setIoThreads(2).setWorkerThreads(4).setHandler(manager.start());
    if (tls == null) {
      builder.addHttpListener(0, "localhost");
    } else {
      builder.addHttpsListener(0, "localhost", tls);
    }
    server = builder.build();
    server.start();
  }

  RawClient connect() throws Exception {
    return new RawClient(new Socket(), address());
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
  }

  /** The server's side of the next connection. */
  Connection connection() throws InterruptedException {
    return opened.poll(5, TimeUnit.SECONDS);
  }

  /** What the listener was told next; null if that was nothing for five seconds. */
  String event() throws InterruptedException {
    return events.poll(5, TimeUnit.SECONDS);
  }

  boolean isQuiet() {
    return events.isEmpty();
  }

  @Override
  public void text(String message) {
    events.add("text " + message);
    if (message.equals("fail")) {
      throw new IllegalStateException("As asked");
    }
  }

  @Override
  public void binary() {
    events.add("binary");
  }

  @Override
  public void pong(int number) {
    events.add("pong " + number);
  }

  @Override
  public void sent() {
    events.add("sent");
  }

  @Override
  public void closed(int code) {
    events.add("closed " + code);
  }

  @Override
  public void close() {
    server.stop();
  }

  private Upgrade upgrade() {
    return new Upgrade(
        "actioncable-v1-json",
        MAX_MESSAGE_BYTES,
        connection -> {
          opened.add(connection);
          return this;
        });
  }
}
