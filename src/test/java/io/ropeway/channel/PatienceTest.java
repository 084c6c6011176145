package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.service.DatabaseWatch;
import io.ropeway.session.ClientSession;
import io.ropeway.session.ManualTime;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.TestSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final ManualTime time = new ManualTime();
  private final AtomicBoolean away = new AtomicBoolean(true);
  private final RecordingConnection connection = new RecordingConnection();
  private final ClientSession session = TestSessions.on(connection);
  private final SerialExecutor commands = new SerialExecutor(Runnable::run);
  private final List<String> done = new ArrayList<>();
  private final DatabaseWatch database =
      new DatabaseWatch() {
        @Override
        public boolean isAway() {
          return away.get();
        }
      };
  private final Patience patience = new Patience(session, commands, time.wheel(), database);

  private void undecided() {
    commands.execute(this::tryToDecide);
  }

  private void tryToDecide() {
    if (away.get()) {
      done.add("undecided");
      patience.retry(this::tryToDecide);
    } else {
      patience.decided();
      done.add("decided");
    }
  }

  @Test
  void letsACommandWaitUntilTheDatabaseIsBackAndAllOthersBehindIt() {
    undecided();
    commands.execute(() -> done.add("next"));

    time.pass(Duration.ofSeconds(7));
    assertThat(done).containsExactly("undecided");

    away.set(false);
    time.pass(Duration.ofSeconds(1));
    assertThat(done).containsExactly("undecided", "decided", "next");

    time.pass(Duration.ofMinutes(1));
    assertThat(session.isEnding()).isFalse();
  }

  @Test
  void countsTheTimeThatACommandWaitedForOthersBefore() {
    long arrived = patience.now();
    time.pass(Duration.ofSeconds(5));
    patience.since(arrived);
    undecided();

    time.pass(Duration.ofMillis(2900));
    assertThat(session.isEnding()).isFalse();
    time.pass(Duration.ofMillis(200));
    assertThat(session.isEnding()).isTrue();
  }

  @Test
  void sendsTheClientAwayToComeBackIfThatTakesTooLong() {
    undecided();
    commands.execute(() -> done.add("next"));

    time.pass(Duration.ofSeconds(9));

    assertThat(connection.next())
        .isEqualTo("{\"type\":\"disconnect\",\"reason\":\"unavailable\",\"reconnect\":true}");
    assertThat(connection.awaitClose()).isEqualTo("1013 unavailable");
    assertThat(done).containsExactly("undecided", "next");
  }

  @Test
  void triesAgainAlsoIfTheDatabaseIsThereAndCountsTheTimeFromTheFirstTry() {
    away.set(false);
    commands.execute(this::neverDecide);

    time.pass(Duration.ofSeconds(7));
    assertThat(done).hasSizeBetween(10, 36).containsOnly("undecided");
    assertThat(session.isEnding()).isFalse();

    time.pass(Duration.ofSeconds(2));
    assertThat(connection.next()).contains("unavailable");
  }

  private void neverDecide() {
    done.add("undecided");
    patience.retry(this::neverDecide);
  }

  @Test
  void goesOnAtOnceWithWhatEndsASessionThatIsGone() {
    undecided();
    session.closed();
    commands.execute(() -> done.add("the end"));

    time.pass(Duration.ofSeconds(1));

    assertThat(done).containsExactly("undecided", "the end");
  }

  @Test
  void givesEachCommandItsOwnTime() {
    undecided();
    time.pass(Duration.ofSeconds(6));
    away.set(false);
    time.pass(Duration.ofSeconds(1));
    away.set(true);
    undecided();
    time.pass(Duration.ofSeconds(6));
    away.set(false);
    time.pass(Duration.ofSeconds(1));

    assertThat(done).containsExactly("undecided", "decided", "undecided", "decided");
    assertThat(session.isEnding()).isFalse();
  }
}
