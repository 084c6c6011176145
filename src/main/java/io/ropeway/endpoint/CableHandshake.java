package io.ropeway.endpoint;

import io.ropeway.channel.AnonymousAccess;
import io.ropeway.channel.CommandDispatcher;
import io.ropeway.config.CableSettings;
import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.actioncable.ActionCableCodec;
import io.ropeway.protocol.actioncable.Negotiation;
import io.ropeway.security.Authentication;
import io.ropeway.security.AuthenticationUnavailableException;
import io.ropeway.security.Authenticators;
import io.ropeway.security.OriginPolicy;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.Draining;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import io.ropeway.session.SessionRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The handshake of Action Cable clients.
 *
 * <p>A wrong credential is told after the upgrade by {@code disconnect} with {@code
 * reconnect:false}, since these clients would answer an HTTP status with retries for ever. What may
 * be different a moment later is an HTTP status: an origin, a credential that cannot be checked, a
 * node that is full or going away.
 */
@ApplicationScoped
public class CableHandshake {

  @Inject OriginPolicy origins;
  @Inject Authenticators authenticators;
  @Inject AnonymousAccess anonymousAccess;
  @Inject CommandDispatcher dispatcher;
  @Inject SessionRegistry sessions;
  @Inject Draining draining;
  @Inject LimitSettings limits;
  @Inject CableSettings settings;
  @Inject WebSocketTransport portableTransport;

  private Negotiation negotiation;
  private ProtocolCodec farewellCodec;

  @SuppressWarnings("NullAway.Init") // the container calls prepare() before any use
  public CableHandshake() {}

  @PostConstruct
  void prepare() {
    negotiation = new Negotiation(limits.jsonDepth());
    farewellCodec = ActionCableCodec.v1(limits.jsonDepth());
  }

  void shakeHands(
      HttpServletRequest request, HttpServletResponse response, HandshakeRequest handshake)
      throws IOException, ServletException {
    Optional<Negotiation.Outcome> agreed =
        negotiation.choose(handshake.headerItems("sec-websocket-protocol"));
    if (!origins.allows(handshake)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (agreed.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else if (draining.hasBegun() || sessions.isFull()) {
      unavailable(response);
    } else {
      authenticate(request, response, handshake, agreed.get());
    }
  }

  private void authenticate(
      HttpServletRequest request,
      HttpServletResponse response,
      HandshakeRequest handshake,
      Negotiation.Outcome agreed)
      throws IOException, ServletException {
    Authentication authentication;
    try {
      authentication = authenticators.authenticate(handshake);
    } catch (AuthenticationUnavailableException e) {
      unavailable(response);
      return;
    }
    transport(request)
        .upgrade(
            request,
            response,
            new Upgrade(
                agreed.subprotocol(),
                limits.frameBytes(),
                opener(handshake, agreed, authentication)));
  }

  private Function<Connection, ConnectionListener> opener(
      HandshakeRequest handshake, Negotiation.Outcome agreed, Authentication authentication) {
    ProtocolCodec codec = agreed.codec();
    if (codec == null) {
      return connection ->
          dispatcher.refuse(
              connection, handshake, farewellCodec, DisconnectReason.UNSUPPORTED_PROTOCOL);
    }
    if (authentication instanceof Authentication.Accepted accepted) {
      return connection -> dispatcher.welcome(connection, handshake, accepted.identity(), codec);
    }
    if (authentication instanceof Authentication.NotPresented && anonymousAccess.isAllowed()) {
      return connection -> dispatcher.welcome(connection, handshake, Identity.anonymous(), codec);
    }
    DisconnectReason reason =
        authentication instanceof Authentication.Expired
            ? DisconnectReason.TOKEN_EXPIRED
            : DisconnectReason.UNAUTHORIZED;
    return connection -> dispatcher.refuse(connection, handshake, codec, reason);
  }

  private UpgradeTransport transport(HttpServletRequest request) {
    Object announced = request.getServletContext().getAttribute(UpgradeTransport.ATTRIBUTE);
    return settings.fastTransport() && announced instanceof UpgradeTransport fast
        ? fast
        : portableTransport;
  }

  private static void unavailable(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "2");
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }
}
