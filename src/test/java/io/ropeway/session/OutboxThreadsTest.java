package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.EncodedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An outbox that many threads fill while its connection completes on another. */
class OutboxThreadsTest {

  private final AtomicInteger tooSlow = new AtomicInteger();

  @Test
  void keepsTheOrderOfEachOfManyThreadsAndLosesNothing() throws Exception {
    int threads = 4;
    int frames = 5_000;
    Completer transport = new Completer();
    Outbox shared = new Outbox(transport, tooSlow::incrementAndGet, Integer.MAX_VALUE, 0);
    transport.start(shared);
    CyclicBarrier together = new CyclicBarrier(threads);
    List<Thread> senders = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int name = t;
      Thread sender =
          new Thread(
              () -> {
                await(together);
                for (int i = 0; i < frames; i++) {
                  shared.offer(new EncodedFrame(name + ":" + i));
                }
              });
      senders.add(sender);
      sender.start();
    }
    for (Thread sender : senders) {
      sender.join(20_000);
    }
    CountDownLatch drained = new CountDownLatch(1);
    shared.finish(new EncodedFrame("end"), true, drained::countDown);

    assertThat(drained.await(20, TimeUnit.SECONDS)).isTrue();
    transport.stop();
    assertThat(transport.overlaps).hasValue(0);
    assertThat(transport.sent).hasSize(threads * frames + 1).endsWith("end");
    for (int t = 0; t < threads; t++) {
      String prefix = t + ":";
      List<String> own = transport.sent.stream().filter(s -> s.startsWith(prefix)).toList();
      for (int i = 0; i < frames; i++) {
        assertThat(own.get(i)).isEqualTo(prefix + i);
      }
    }
  }

  /** Takes every other frame at once and the rest on a thread of its own. */
  private static final class Completer implements Connection {

    private final List<String> sent = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final LinkedBlockingQueue<Boolean> underWay = new LinkedBlockingQueue<>();
    private Thread thread;

    void start(Outbox outbox) {
      thread =
          new Thread(
              () -> {
                try {
                  while (underWay.take()) {
                    outbox.sent();
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      thread.start();
    }

    void stop() throws InterruptedException {
      underWay.add(false);
      thread.join(20_000);
    }

    @Override
    public boolean send(EncodedFrame frame) {
      if (inside.getAndIncrement() != 0) {
        overlaps.incrementAndGet();
      }
      sent.add(frame.text());
      boolean later = sent.size() % 2 == 0;
      inside.decrementAndGet();
      if (later) {
        underWay.add(true);
      }
      return !later;
    }

    @Override
    public void probe(int number) {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public void terminate() {}
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
