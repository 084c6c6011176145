package io.ropeway.it;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;

/**
 * An Artemis broker in a process of its own, made as {@code server-config/artemis} says, which may
 * be killed and started again on its port.
 */
public final class BrokerProcess implements AutoCloseable {

  private static final String USER = "ropeway";
  private static final String PASSWORD = "ropeway-broker";
  private static final Duration START = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private Process process;

  private BrokerProcess(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** Makes a broker on a free port, and starts it. */
  public static BrokerProcess start(String name) {
    Path folder = Installation.serverBase("broker-" + name);
    ServerBase.delete(folder);
    run(
        Installation.brokerHome().resolve("bin/artemis").toString(),
        "create",
        folder.toString(),
        "--user",
        USER,
        "--password",
        PASSWORD,
        "--require-login",
        "--no-web",
        "--no-autotune",
        "--silent");
    try {
      Files.copy(
          Path.of("server-config/artemis/broker.xml"),
          folder.resolve("etc/broker.xml"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BrokerProcess broker = new BrokerProcess(folder, freePort());
    broker.start();
    return broker;
  }

  /** Starts it again, on the same port, and waits until that answers. */
  public void start() {
    ProcessBuilder builder =
        new ProcessBuilder(folder.resolve("bin/artemis").toString(), "run")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("log/console.log").toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_ARGS", "-Xms64m -Xmx256m -XX:+UseSerialGC");
    builder.environment().put("JAVA_ARGS_APPEND", "-Dropeway.broker.port=" + port);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await("the broker on port " + port)
        .atMost(START)
        .pollInterval(Duration.ofMillis(50))
        .failFast("the broker has ended, see " + folder, () -> !process.isAlive())
        .until(this::answers);
  }

  /** Kills it without warning, and waits for its end. */
  public void kill() {
    if (process == null) {
      return;
    }
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  public int port() {
    return port;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return PASSWORD;
  }

  /** Whether somebody listens on its port. */
  public boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Connections to it from the test itself, tuned as {@code cluster.cli} tunes a server's. */
  public ConnectionFactory connectionFactory() {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory("tcp://localhost:" + port, USER, PASSWORD);
    factory.setReconnectAttempts(0);
    factory.setInitialConnectAttempts(1);
    factory.setUseTopologyForLoadBalancing(false);
    factory.setCallTimeout(5_000);
    factory.setConnectionTTL(10_000);
    factory.setClientFailureCheckPeriod(3_000);
    factory.setMinLargeMessageSize(4 * 1024 * 1024);
    return factory;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process started = builder.start();
      String said = new String(started.getInputStream().readAllBytes());
      if (started.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
