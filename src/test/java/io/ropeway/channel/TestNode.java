package io.ropeway.channel;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.TestBroadcasting;
import io.ropeway.broadcast.TestStreamLog;
import io.ropeway.config.AnonymousSettings;
import io.ropeway.config.ChannelSettings;
import io.ropeway.config.HeartbeatSettings;
import io.ropeway.config.LimitSettings;
import io.ropeway.config.PresenceSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.container.DeployedBeans;
import io.ropeway.ledger.TestLedger;
import io.ropeway.ledger.TestLedgers;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.room.TestRooms;
import io.ropeway.service.DatabaseWatch;
import io.ropeway.service.stream.TestPublications;
import io.ropeway.session.ContainerThreads;
import io.ropeway.session.EndedCredentials;
import io.ropeway.session.Identity;
import io.ropeway.session.ManualTime;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TestRegistry;
import io.ropeway.session.TestSessions;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * A node without a container: the real core, wired by hand, with clients that are doubles and time
 * that passes when told. Deploy the channels first, then connect.
 */
public final class TestNode implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  public final ManualTime time = new ManualTime();
  public final TestBroadcasting broadcasting;
  public final TestLedger ledger;
  public final SessionRegistry sessions;
  public final EndedCredentials endedCredentials;
  public final DeployedBeans<Channel> channels = new DeployedBeans<>();

  private final AtomicBoolean away = new AtomicBoolean();
  private final DatabaseWatch database =
      new DatabaseWatch() {
        @Override
        public boolean isAway() {
          return away.get();
        }
      };
  private final ContainerThreads pools = TestRegistry.threads();
  private final CommandThreads threads = new CommandThreads();
  private final LimitSettings limits;
  private final String[] changes;
  private CommandDispatcher dispatcher;

  /**
   * @param changes settings that differ from the defaults: full names and values in turn
   */
  public TestNode(String... changes) {
    this(new TestStreamLog(), null, changes);
  }

  /**
   * One of several nodes.
   *
   * @param log which they share
   * @param ledgers makes the node's ledger; null for one of its own
   */
  public TestNode(TestStreamLog log, TestLedgers ledgers, String... changes) {
    this.changes = changes;
    broadcasting = new TestBroadcasting(time, log);
    limits = TestSettings.of(LimitSettings.class, changes);
    sessions = TestRegistry.with(limits);
    ledger =
        ledgers == null
            ? new TestLedger(time, sessions, changes)
            : ledgers.join(time, sessions, changes);
    endedCredentials = TestRegistry.endedCredentials(limits, time.wheel());
    threads.threads = pools;
    threads.settings = TestSettings.of(ChannelSettings.class);
    threads.start();
  }

  /** Adds a channel. */
  public <C extends Channel> TestNode deploy(Class<C> type, Supplier<C> supplier) {
    channels.add(type, supplier);
    return this;
  }

  /** A signed-in user's client of plain Action Cable, welcomed. */
  public TestClient connect() {
    return connect(TestSessions.user("1"));
  }

  /** A client of plain Action Cable, welcomed. */
  public TestClient connect(Identity identity) {
    TestClient client = connectUnwelcomed(identity, TestSessions.V1);
    client.expect("{\"type\":\"welcome\"}");
    return client;
  }

  /** A client whose first frame has not been looked at. */
  public TestClient connectUnwelcomed(Identity identity, ProtocolCodec codec) {
    return connectWith(identity, codec);
  }

  /** A client whose handshake has these headers, and whose first frame has not been looked at. */
  public TestClient connectWith(Identity identity, ProtocolCodec codec, String... headers) {
    RecordingConnection connection = new RecordingConnection();
    connection.answerProbes();
    return new TestClient(
        connection,
        dispatcher().welcome(connection, TestSessions.request(headers), identity, codec));
  }

  /** Makes the database count as away, or as back. */
  public void databaseAway(boolean isAway) {
    away.set(isAway);
  }

  /** Publishes an event. */
  public void publish(String stream, String payload) {
    broadcasting.broadcaster.publish(new Event(stream, payload));
  }

  /** Waits until every command that came so far is done, or waits for time to pass. */
  void settle() {
    Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> !threads.isBusy());
  }

  CommandDispatcher dispatcher() {
    if (dispatcher == null) {
      dispatcher = wire();
    }
    return dispatcher;
  }

  private CommandDispatcher wire() {
    CommandDispatcher made = new CommandDispatcher();
    made.admission = admission();
    made.threads = threads;
    made.books = ledger.books;
    made.restorable = ledger.restorable;
    made.subscriptionFactory = subscriptionFactory();
    made.timers = time.wheel();
    made.limits = limits;
    made.anonymous = TestSettings.of(AnonymousSettings.class);
    return made;
  }

  private Admission admission() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Admission made = new Admission();
    made.sessions = sessions;
    made.endedCredentials = endedCredentials;
    made.heartbeat =
        TestRegistry.heartbeat(TestSettings.of(HeartbeatSettings.class), time.wheel(), clock);
    made.timers = time.wheel();
    made.limits = limits;
    made.clock = clock;
    return made;
  }

  private SubscriptionFactory subscriptionFactory() {
    SubscriptionFactory factory = new SubscriptionFactory();
    factory.registry = new ChannelRegistry();
    factory.registry.channels = channels;
    factory.registry.streams = broadcasting.names;
    factory.registry.settings = TestSettings.lookup(changes);
    factory.registry.read();
    factory.handlers = new HandlerRunner();
    factory.handlers.settings = TestSettings.of(ChannelSettings.class);
    factory.handlers.timers = time.wheel();
    factory.payloads = payloads();
    factory.publications = TestPublications.over(broadcasting);
    factory.follows = broadcasting.follows;
    factory.histories = broadcasting.histories;
    factory.presence = presence();
    factory.database = database;
    factory.timers = time.wheel();
    factory.limits = limits;
    factory.gather();
    return factory;
  }

  private StreamPresence presence() {
    StreamPresence made = new StreamPresence();
    made.presence = TestRooms.presence(time.wheel(), broadcasting::tell);
    made.settings = TestSettings.of(PresenceSettings.class);
    return made;
  }

  static Payloads payloads() {
    Payloads payloads = new Payloads();
    payloads.validator = VALIDATOR;
    return payloads;
  }

  @Override
  public void close() {
    TestRegistry.stop(pools);
  }
}
