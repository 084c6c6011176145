package io.ropeway.config;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Makes each group of settings injectable; each is read once. */
@ApplicationScoped
public class SettingsProducer {

  /** All groups, for the test that holds names, defaults and documentation together. */
  static final List<Class<? extends Record>> GROUPS =
      List.of(
          ServerSettings.class,
          HttpSettings.class,
          FileSettings.class,
          SeedSettings.class,
          CableSettings.class,
          AnonymousSettings.class,
          LimitSettings.class,
          HeartbeatSettings.class,
          ChannelSettings.class,
          PresenceSettings.class,
          PubsubSettings.class,
          JwtSettings.class,
          ChatSettings.class,
          StreamSettings.class,
          ReplaySettings.class,
          TokenSettings.class,
          BroadcastSettings.class,
          NodeSettings.class,
          ClusterSettings.class);

  @Inject Config config;
  private SettingsReader reader;

  @PostConstruct
  void open() {
    reader = new SettingsReader(config);
  }

  @Produces
  @Singleton
  ServerSettings server() {
    return reader.read(ServerSettings.class);
  }

  @Produces
  @Singleton
  HttpSettings http() {
    return reader.read(HttpSettings.class);
  }

  @Produces
  @Singleton
  FileSettings files() {
    return reader.read(FileSettings.class);
  }

  @Produces
  @Singleton
  SeedSettings seed() {
    return reader.read(SeedSettings.class);
  }

  @Produces
  @Singleton
  CableSettings cable() {
    return reader.read(CableSettings.class);
  }

  @Produces
  @Singleton
  AnonymousSettings anonymous() {
    return reader.read(AnonymousSettings.class);
  }

  @Produces
  @Singleton
  LimitSettings limits() {
    return reader.read(LimitSettings.class);
  }

  @Produces
  @Singleton
  HeartbeatSettings heartbeat() {
    return reader.read(HeartbeatSettings.class);
  }

  @Produces
  @Singleton
  ChannelSettings channels() {
    return reader.read(ChannelSettings.class);
  }

  @Produces
  @Singleton
  PresenceSettings presence() {
    return reader.read(PresenceSettings.class);
  }

  @Produces
  @Singleton
  PubsubSettings pubsub() {
    return reader.read(PubsubSettings.class);
  }

  @Produces
  @Singleton
  JwtSettings jwt() {
    return reader.read(JwtSettings.class);
  }

  @Produces
  @Singleton
  ChatSettings chat() {
    return reader.read(ChatSettings.class);
  }

  @Produces
  @Singleton
  TokenSettings tokens() {
    return reader.read(TokenSettings.class);
  }

  @Produces
  @Singleton
  BroadcastSettings broadcast() {
    return reader.read(BroadcastSettings.class);
  }

  @Produces
  @Singleton
  StreamSettings streams() {
    return reader.read(StreamSettings.class);
  }

  @Produces
  @Singleton
  ReplaySettings replay() {
    return reader.read(ReplaySettings.class);
  }

  @Produces
  @Singleton
  NodeSettings node() {
    return reader.read(NodeSettings.class);
  }

  @Produces
  @Singleton
  ClusterSettings cluster() {
    return reader.read(ClusterSettings.class);
  }
}
