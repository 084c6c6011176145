package io.ropeway.channel;

import io.ropeway.broadcast.Histories;
import io.ropeway.broadcast.StreamFollows;
import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.service.DatabaseWatch;
import io.ropeway.service.stream.Publications;
import io.ropeway.session.ClientSession;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the channel for an identifier, if there is one and the connection may try it. */
@ApplicationScoped
public class SubscriptionFactory {

  @Inject ChannelRegistry registry;
  @Inject HandlerRunner handlers;
  @Inject Payloads payloads;
  @Inject Publications publications;
  @Inject StreamFollows follows;
  @Inject Histories histories;
  @Inject StreamPresence presence;
  @Inject DatabaseWatch database;
  @Inject TimerWheel timers;
  @Inject LimitSettings limits;

  private ChannelServices services;

  @SuppressWarnings("NullAway.Init") // the container calls gather() before any use
  public SubscriptionFactory() {}

  @PostConstruct
  void gather() {
    services =
        new ChannelServices(
            publications, follows, histories, presence, payloads, handlers, timers, limits);
  }

  /** As whom a new session is present where. */
  SessionPresence newSessionPresence() {
    return new SessionPresence(presence);
  }

  /** How long a session's commands wait for a database that is away. */
  Patience newPatience(ClientSession session, SerialExecutor commands) {
    return new Patience(session, commands, timers, database);
  }

  /**
   * Makes the channel of an identifier.
   *
   * @return empty if the identifier names no channel that this connection may try
   */
  Optional<LiveChannel> create(
      ClientSession session,
      String identifier,
      SerialExecutor commands,
      SessionPresence sessionPresence,
      Consumer<Subscription> onEnded) {
    if (identifier.length() > limits.identifierChars()) {
      return Optional.empty();
    }
    JsonObject params;
    try {
      params = JsonText.object(identifier, limits.jsonDepth());
    } catch (MalformedFrameException e) {
      return Optional.empty();
    }
    ChannelDefinition definition = registry.find(params.getString("channel", ""));
    if (definition == null
        || (session.identity().isAnonymous() && definition.access() != Access.PUBLIC)) {
      return Optional.empty();
    }
    Subscription subscription =
        new Subscription(session, identifier, params, services, commands, sessionPresence, onEnded);
    return Optional.of(
        new LiveChannel(
            definition,
            registry.create(definition),
            subscription,
            services,
            handler -> handlers.run(session, handler)));
  }
}
