package io.ropeway.session;

import io.ropeway.config.LimitSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.actioncable.ActionCableCodec;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes sessions and what they need. */
public final class TestSessions {

  public static final ProtocolCodec V1 = ActionCableCodec.v1(32);
  public static final ProtocolCodec EXTENDED = ActionCableCodec.v1Extended(32);

  private static final LimitSettings LIMITS = TestSettings.of(LimitSettings.class);
  private static final AtomicInteger IDS = new AtomicInteger();

  private TestSessions() {}

  /** A session of ada's on a connection, with the default limits. */
  public static ClientSession on(Connection connection) {
    return on(connection, user("1"), V1);
  }

  public static ClientSession on(Connection connection, Identity identity, ProtocolCodec codec) {
    return on(connection, identity, codec, LIMITS);
  }

  public static ClientSession on(
      Connection connection, Identity identity, ProtocolCodec codec, LimitSettings limits) {
    return new ClientSession(
        "session-" + IDS.incrementAndGet(),
        identity,
        request(),
        codec,
        connection,
        limits,
        new Counters());
  }

  /** A user without roles, whose credential is named after the id. */
  public static Identity user(String id) {
    return user(id, null);
  }

  /** A user whose credential ends. */
  public static Identity user(String id, Instant expiresAt) {
    return new Identity(
        Identity.Kind.USER,
        id,
        "User " + id,
        Set.of(),
        Map.of("user", id),
        "credential-" + id,
        expiresAt);
  }

  /** What a client of the cable sends without more than it must. */
  public static HandshakeRequest request(String... headers) {
    return new HandshakeRequest(
        URI.create("http://localhost:8080/cable"), "127.0.0.1", List.of(headers));
  }
}
