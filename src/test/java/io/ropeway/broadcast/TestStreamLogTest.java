package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TestStreamLogTest extends StreamLogContract {

  private final TestStreamLog log = new TestStreamLog(KEEP, KEEP_EVENTS);

  @Override
  protected StreamLog log() {
    return log;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return log.inTransaction(work);
  }

  @Override
  protected void pass(Duration time) {
    log.pass(time);
  }

  @Override
  protected void goBack(String stream, long offset) {
    log.goBack(stream, offset);
  }

  @Override
  protected void lose(String stream, long offset) {
    log.lose(stream, offset);
  }

  @Override
  protected void restored() {
    log.restored();
  }

  @Test
  void failsEveryCallWhileItIsAway() {
    StreamHead head = log.head("a");
    log.away(true);
    assertThatExceptionOfType(TestStreamLog.Away.class).isThrownBy(() -> log.append("a", "1"));
    assertThatExceptionOfType(TestStreamLog.Away.class).isThrownBy(() -> log.read(head, 0, 1));
    assertThatExceptionOfType(TestStreamLog.Away.class)
        .isThrownBy(() -> log.heads(List.of(head.id())));
    log.away(false);
    assertThat(log.append("a", "1").offset()).isEqualTo(1);
  }

  @Test
  void isTrimmedAtATestsWish() {
    log.append("a", "1");
    log.append("a", "2");
    log.trimBelow("a", 2);
    assertThat(log.head("a").floor()).isEqualTo(2);
    assertThat(log.read(log.head("a"), 0, 10)).isEmpty();
    assertThat(log.read(log.head("a"), 1, 10)).hasSize(1);
  }
}
