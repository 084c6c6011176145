package io.ropeway.jmh;

import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Connection;
import io.ropeway.session.Counters;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Subscribers whose connections take every frame at once and drop it. */
final class JmhSessions {
  static final String IDENTIFIER = "{\"channel\":\"ChatRoomChannel\",\"room\":\"general\"}";
  static final int JSON_DEPTH = 32;

  private static final LimitSettings LIMITS =
      new LimitSettings(
          65_536,
          JSON_DEPTH,
          4_096,
          100,
          100,
          0,
          0,
          0,
          0,
          500,
          10,
          1 << 20,
          2_048,
          Duration.ofSeconds(10));

  private JmhSessions() {}

  static Subscriber[] subscribers(int count, ProtocolCodec codec) {
    Subscriber[] subscribers = new Subscriber[count];
    HandshakeRequest request =
        new HandshakeRequest(URI.create("ws://localhost/cable"), "127.0.0.1", List.of());
    for (int i = 0; i < count; i++) {
      ClientSession session =
          new ClientSession(
              "session-" + i,
              Identity.anonymous(),
              request,
              codec,
              new Sink(),
              LIMITS,
              new Counters());
      subscribers[i] = new Subscriber(session, IDENTIFIER, () -> {});
    }
    return subscribers;
  }

  /** Keeps the last frame, so that no send can be optimised away. */
  private static final class Sink implements Connection {
    @SuppressWarnings("unused")
    private EncodedFrame last;

    @Override
    public boolean send(EncodedFrame frame) {
      last = frame;
      return true;
    }

    @Override
    public void probe(int number) {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public void terminate() {}
  }
}
