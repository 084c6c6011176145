package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.LimitSettings;
import io.ropeway.config.TestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionRegistryTest {

  private final SessionRegistry registry = registry("3", "2");

  private static SessionRegistry registry(String connections, String perIdentity) {
    SessionRegistry registry = new SessionRegistry();
    registry.limits =
        TestSettings.of(
            LimitSettings.class,
            "ropeway.limits.connections",
            connections,
            "ropeway.limits.connections-per-identity",
            perIdentity);
    return registry;
  }

  @Test
  void holdsWhatWasAddedUntilItIsRemoved() {
    ClientSession session = session("1");
    assertThat(registry.add(session)).isTrue();
    assertThat(registry.all()).containsExactly(session);

    registry.remove(session);
    registry.remove(session);

    assertThat(registry.all()).isEmpty();
  }

  @Test
  void isFullWithAsManyConnectionsAsItMayHave() {
    registry.add(session("1"));
    registry.add(session("2"));
    assertThat(registry.isFull()).isFalse();

    registry.add(session("3"));

    assertThat(registry.isFull()).isTrue();
  }

  @Test
  void takesNoMoreOfAnIdentityThanItMayHave() {
    registry.add(session("1"));
    registry.add(session("1"));

    assertThat(registry.add(session("1"))).isFalse();
    assertThat(registry.add(session("2"))).isTrue();
  }

  @Test
  void takesAnotherOfAnIdentityWhenOneHasGone() {
    ClientSession first = session("1");
    registry.add(first);
    registry.add(session("1"));
    registry.remove(first);

    assertThat(registry.add(session("1"))).isTrue();
    assertThat(registry.add(session("1"))).isFalse();
  }

  @Test
  void countsARemovedSessionOnce() {
    ClientSession first = session("1");
    registry.add(first);
    registry.add(session("1"));
    registry.remove(first);
    registry.remove(first);
    registry.add(session("1"));

    assertThat(registry.add(session("1"))).isFalse();
  }

  @Test
  void doesNotCountAnonymousConnectionsAsOneIdentity() {
    for (int i = 0; i < 5; i++) {
      assertThat(registry.add(session(Identity.anonymous()))).isTrue();
    }
  }

  @Test
  void hasNoLimitsWhereTheyAreSwitchedOff() {
    SessionRegistry unlimited = registry("0", "0");
    for (int i = 0; i < 100; i++) {
      assertThat(unlimited.add(session("1"))).isTrue();
    }
    assertThat(unlimited.isFull()).isFalse();
  }

  @Test
  void disconnectsEverySessionThatMatchesAndNoOther() {
    RecordingConnection[] connections = new RecordingConnection[3];
    for (int i = 0; i < 3; i++) {
      connections[i] = new RecordingConnection();
      registry.add(
          TestSessions.on(connections[i], TestSessions.user(i < 2 ? "1" : "2"), TestSessions.V1));
    }

    int matched =
        registry.disconnect(
            session -> session.identity().id().equals("1"), DisconnectReason.REMOTE, false);

    assertThat(matched).isEqualTo(2);
    assertThat(connections[0].closed()).isEqualTo("1000 remote");
    assertThat(connections[1].closed()).isEqualTo("1000 remote");
    assertThat(connections[2].closed()).isNull();
  }

  @Test
  void keepsItsCountsUnderConcurrentComingAndGoing() throws Exception {
    SessionRegistry busy = registry("0", "3");
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 2_000; i++) {
                  ClientSession session = session("1");
                  if (busy.add(session)) {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    open.decrementAndGet();
                    busy.remove(session);
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join(20_000);
    }

    assertThat(most.get()).isLessThanOrEqualTo(3);
    assertThat(busy.all()).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(busy.add(session("1"))).isTrue();
    }
    assertThat(busy.add(session("1"))).isFalse();
  }

  private static ClientSession session(String user) {
    return session(TestSessions.user(user));
  }

  private static ClientSession session(Identity identity) {
    return TestSessions.on(new RecordingConnection(), identity, TestSessions.V1);
  }
}
