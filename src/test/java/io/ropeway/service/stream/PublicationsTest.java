package io.ropeway.service.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.TestBroadcasting;
import io.ropeway.broadcast.TestStreamLog;
import io.ropeway.config.StreamSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.service.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationsTest {

  private final TestBroadcasting node = new TestBroadcasting();
  private final Publications publications = new Publications();

  @BeforeEach
  void wire() {
    StreamWriters writers = new StreamWriters();
    writers.settings = TestSettings.of(StreamSettings.class);
    writers.readSettings();
    publications.broadcaster = node.broadcaster;
    publications.writers = writers;
    publications.transaction =
        new PublishingTransaction() {
          @Override
          void publish(List<Event> events) {
            node.commit(events.toArray(Event[]::new));
          }
        };
  }

  private List<String> logged(String stream) {
    return node.log.read(node.log.head(stream), 0, 10).stream().map(LogEvent::payload).toList();
  }

  @Test
  void storesEventsOfDurableStreamsBeforeItReturns() {
    publications.publish(new Event("durable", "1"));
    publications.publishAll(List.of(new Event("durable", "2"), new Event("durable", "3")));
    assertThat(logged("durable")).containsExactly("1", "2", "3");
    assertThat(node.sent).hasSize(3).allMatch(BusMessage.Logged.class::isInstance);
  }

  @Test
  void letsOtherEventsLeaveWithoutTheDatabase() {
    node.log.away(true);
    publications.publish(new Event("passing", "1"));
    publications.publish(new Event("durable", "2").asTransient());
    assertThat(node.sent).hasSize(2).allMatch(BusMessage.Passing.class::isInstance);
  }

  @Test
  void publishesAllOfABatchOrNothing() {
    node.log.away(true);
    assertThatExceptionOfType(TestStreamLog.Away.class)
        .isThrownBy(
            () ->
                publications.publishAll(
                    List.of(new Event("passing", "1"), new Event("durable", "2"))));
    assertThat(node.sent).isEmpty();
  }

  @Test
  void refusesWhatNoDatabaseWillEverTake() {
    for (String wrong : List.of("durable" + "x".repeat(500), "durable\0", "durable\ud83d")) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> publications.publish(new Event(wrong, "1")))
          .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID));
    }
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> publications.publish(new Event("durable", "1").excluding("x".repeat(201))));
  }
}
