package io.ropeway.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendQueueTest {

  private final BusCounters counters = new BusCounters();
  private final SendQueue queue = new SendQueue(3, counters);

  @Test
  void whatDoesNotFitPushesOutTheOldestAndLeavesAGapInTheNumbers() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      queue.add(message("m" + i));
    }

    assertThat(numbers(queue.next(10, 10_000, 0))).containsExactly(2L, 3L, 4L);
    assertThat(counters.dropped()).isEqualTo(2);
    assertThat(counters.queued()).isEqualTo(3);
  }

  @Test
  void messagesStayUntilTheyAreKnownToBeSent() throws InterruptedException {
    queue.add(message("a"));
    queue.add(message("b"));

    assertThat(numbers(queue.next(1, 10_000, 0))).containsExactly(0L);
    assertThat(numbers(queue.next(1, 10_000, 0))).containsExactly(0L);
    queue.remove(0);
    assertThat(numbers(queue.next(1, 10_000, 0))).containsExactly(1L);
  }

  @Test
  void aBatchEndsWhereItWouldGrowTooLarge() throws InterruptedException {
    queue.add(message("x".repeat(500)));
    queue.add(message("x".repeat(500)));

    assertThat(queue.next(10, 700, 0)).hasSize(1);
    assertThat(queue.next(10, 7_000, 0)).hasSize(2);
  }

  @Test
  void anEmptyQueueGivesAnEmptyBatchAndTheNumberToCome() throws InterruptedException {
    assertThat(queue.next(10, 700, 1)).isEmpty();
    assertThat(queue.nextNumber()).isZero();
    queue.add(message("a"));
    assertThat(queue.nextNumber()).isEqualTo(1);
  }

  private static List<Long> numbers(List<SendQueue.Numbered> batch) {
    return batch.stream().map(SendQueue.Numbered::number).toList();
  }

  private static BusMessage message(String payload) {
    return new BusMessage.Passing(new Event("s", payload));
  }
}
