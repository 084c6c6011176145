package io.ropeway.it;

import io.ropeway.it.client.Backend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How a server of the tests is to be: described first, then {@link #start() started}. */
public final class ServerSetup {

  private final String name;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> jvmOptions = new ArrayList<>(List.of("-Xms64m", "-Xmx512m"));
  private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private String configuration = Installation.serverConfig();
  private boolean fixtures;
  private boolean ownDatabase;
  private boolean hostsBroker;
  private boolean visitsBroker;

  ServerSetup(String name) {
    this.name = name;
  }

  /** Sets an environment variable; null takes one away that a method here has set. */
  public ServerSetup with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Sets a setting by its name, such as {@code ropeway.limits.frame-bytes}. */
  public ServerSetup setting(String setting, Object value) {
    return with(setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), "" + value);
  }

  /** Adds the channels of the tests by overlay, lets anybody in, and opens the broadcast key. */
  public ServerSetup withFixtures() {
    fixtures = true;
    return demo()
        .setting("ropeway.broadcast.key", "demo")
        .setting("ropeway.presence.stream-grace", "PT2S")
        .setting("ropeway.pubsub.secret", Backend.PUBSUB_SECRET)
        .setting("ropeway.pubsub.public-streams", "public/*")
        .setting("ropeway.pubsub.streams", "public/*,signed/*")
        .setting("ropeway.jwt.secret", Backend.JWT_SECRET);
  }

  /** Has the demo's people and rooms. */
  public ServerSetup demo() {
    return setting("ropeway.demo", true);
  }

  /** Uses this database, which is one for trials. */
  public ServerSetup on(Database database) {
    setting("ropeway.streams.require-durable-database", false);
    return on(database.url());
  }

  /** Uses the only database of this PostgreSQL. */
  public ServerSetup on(PostgresServer postgres) {
    return on(postgres.url());
  }

  private ServerSetup on(String url) {
    ownDatabase = true;
    return with("ROPEWAY_DB_URL", url)
        .with("ROPEWAY_DB_USER", "postgres")
        .with("ROPEWAY_DB_PASSWORD", "postgres");
  }

  /** Uses the embedded database that is there without any configuration. */
  public ServerSetup onEmbeddedDatabase() {
    ownDatabase = true;
    return this;
  }

  /** Is one of several nodes, which tell each other through this broker. */
  public ServerSetup through(BrokerProcess broker) {
    configuration = Installation.clusterConfig();
    return with("ROPEWAY_BROKER_HOST", "localhost")
        .with("ROPEWAY_BROKER_PORT", String.valueOf(broker.port()))
        .with("ROPEWAY_BROKER_USER", broker.user())
        .with("ROPEWAY_BROKER_PASSWORD", broker.password());
  }

  /** Is one of two nodes, which tell each other through the broker that is embedded in this one. */
  public ServerSetup hostingBroker() {
    hostsBroker = true;
    return setting("ropeway.cluster.bus", "jms");
  }

  /**
   * Is one of two nodes, which tell each other through the broker that is embedded in the other.
   */
  public ServerSetup throughBrokerOf(ServerProcess host) {
    configuration = Installation.clusterConfig();
    visitsBroker = true;
    return with("ROPEWAY_BROKER_HOST", "localhost")
        .with("ROPEWAY_BROKER_PORT", String.valueOf(Ports.BROKER + host.port() - Ports.HTTP));
  }

  /** Sees a time that is ahead of the machine's; needs {@link FakeTime}. */
  public ServerSetup clockAhead(Duration time) {
    environment.putAll(FakeTime.ahead(time));
    return this;
  }

  /** Adds options for its virtual machine; later ones win. */
  public ServerSetup jvm(String... options) {
    jvmOptions.addAll(List.of(options));
    return this;
  }

  /** Runs on the Java of this home. */
  public ServerSetup java(Path home) {
    java = home.resolve("bin").resolve("java");
    return this;
  }

  /** Makes its folder and describes its process, not started. */
  public ServerProcess prepare() {
    if (!ownDatabase) {
      on(Database.create());
    }
    environment.values().removeIf(Objects::isNull);
    ServerBase base = ServerBase.create(name, configuration, fixtures);
    if (hostsBroker) {
      base.openBroker(Ports.BROKER);
    }
    if (visitsBroker) {
      base.nameTopicsAsEmbeddedBrokersDo();
    }
    return new ServerProcess(base, java, jvmOptions, environment);
  }

  /** Starts it and waits until it serves. */
  public ServerProcess start() {
    return prepare().start();
  }
}
