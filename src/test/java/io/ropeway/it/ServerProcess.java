package io.ropeway.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A server with the shipped WAR in a process of its own. It writes to a folder of its own, so that
 * many can run from one installation, and may be stopped, killed and started again.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final ServerBase base;
  private final Path java;
  private final List<String> jvmOptions;
  private final Map<String, String> environment;
  private final int offset = Ports.freeOffset();
  private Process process;

  ServerProcess(
      ServerBase base, Path java, List<String> jvmOptions, Map<String, String> environment) {
    this.base = base;
    this.java = java;
    this.jvmOptions = jvmOptions;
    this.environment = environment;
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** Describes a server that is not started yet. */
  public static ServerSetup named(String name) {
    return new ServerSetup(name);
  }

  /** Starts it and waits until it serves. */
  public ServerProcess start() {
    launch();
    Awaitility.await("health of " + base.folder())
        .atMost(START)
        .pollInterval(Duration.ofMillis(250))
        .failFast(base.folder() + " has ended, see its log", () -> !process.isAlive())
        .until(this::isHealthy);
    return this;
  }

  /** Starts it and waits until its log has a line with this text, for starts that must fail. */
  public void startExpecting(String text) {
    launch();
    Awaitility.await("the log of " + base.folder() + " with: " + text)
        .atMost(START)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> log().contains(text));
  }

  /** Stops it in good order, as an operator would, and waits for its end. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  /** Kills it without warning, and waits for its end. */
  public void kill() {
    if (process != null && process.isAlive()) {
      process.destroyForcibly();
      awaitEnd();
    }
  }

  /** Stops it and starts it again on the same ports with the same data. */
  public void restart() {
    stop();
    start();
  }

  @Override
  public void close() {
    kill();
  }

  /** The root of the application. */
  public URI uri() {
    return URI.create("http://localhost:" + port() + "/");
  }

  /** The port of the application. */
  public int port() {
    return Ports.HTTP + offset;
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Everything that it has logged, since its first start. */
  public String log() {
    try {
      return Files.exists(base.log()) ? Files.readString(base.log()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The WAR that it runs. */
  public Path deployedWar() {
    return base.war();
  }

  private void launch() {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(jvmOptions);
    command.addAll(base.arguments());
    command.add("-Djboss.socket.binding.port-offset=" + offset);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(base.console().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("ROPEWAY_"));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isHealthy() {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve("/health")).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
