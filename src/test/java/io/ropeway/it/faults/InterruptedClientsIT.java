package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.PostgresServer;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.faults.Diary.Heard;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code @anycable/core} as it is, its back-off too, at one node that it is cut off from. */
@Tag("faults")
class InterruptedClientsIT {

  private static final int CLIENTS = 25;
  private static final Duration PACE = Duration.ofMillis(200);
  private static final AtomicInteger TOWNS = new AtomicInteger();

  /** More than its longest delays after a second or third failure in a row. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static PostgresServer postgres;
  private static ServerProcess server;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.start("interrupted-postgres");
    server =
        ServerProcess.named("interrupted")
            .withFixtures()
            .on(postgres)
            .setting("ropeway.limits.connections-per-identity", 0)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
    postgres.close();
  }

  @Test
  void missesNothingWhenTheServerIsRestartedBetweenTwoMessages() {
    try (Listeners listeners = new Listeners(1, server.uri())) {
      listeners.awaitMessages(3);
      listeners.hush();
      server.restart();
      listeners.speak();
      listeners.awaitMessages(6);
      listeners.heardAll(1);
    }
  }

  @Test
  void missesNothingWhenTheConnectionIsCutAtARandomByte() {
    cut(2);
  }

  @Test
  @Tag("soak")
  void missesNothingIn500CutsOver25Clients() {
    cut(20);
  }

  private static void cut(int times) {
    int wanted = CLIENTS * times;
    AtomicBoolean cutting = new AtomicBoolean(true);
    AtomicInteger opened = new AtomicInteger();
    try (TcpProxy proxy =
            new TcpProxy(
                () -> server.uri(),
                () -> {
                  if (!cutting.get()) {
                    return Long.MAX_VALUE;
                  }
                  return opened.getAndIncrement() < CLIENTS ? afterAMessage() : soon();
                });
        Listeners listeners = new Listeners(CLIENTS, proxy.uri())) {
      Awaitility.await(wanted + " cuts")
          .atMost(PATIENCE.multipliedBy(2))
          .until(() -> proxy.cuts() >= wanted);
      cutting.set(false);
      listeners.heardAll(1);
    }
  }

  /**
   * Who has heard nothing yet knows of no position to go on from, but when it lost the line last.
   */
  private static long afterAMessage() {
    return ThreadLocalRandom.current().nextLong(12_000, 30_000);
  }

  /** Mostly among the messages, and now and then within the handshake or the welcome. */
  private static long soon() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return random.nextInt(20) == 0 ? random.nextLong(1, 1_500) : random.nextLong(1, 25_000);
  }

  /** Clients that only listen, in one room, and somebody who speaks there without a cut. */
  private static final class Listeners implements AutoCloseable {

    private final Party all = NodeParty.withTheirOwnBackOff(Kind.EXTENDED);
    private final Party speaker = new JavaParty();
    private final MessageTable table = new MessageTable(postgres::connect);
    private final Town town;

    Listeners(int clients, URI address) {
      String name = "listeners" + TOWNS.incrementAndGet();
      town = new Town(postgres::connect, name).build(1, clients + 1);
      speaker.enter(List.of(seat(clients, Kind.POSITIONS, server.uri())));
      all.enter(
          IntStream.range(0, clients).mapToObj(n -> seat(n, Kind.EXTENDED, address)).toList());
      Awaitility.await("all are subscribed")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(all.standings()).allMatch(Standing::live));
      speak();
    }

    void speak() {
      speaker.speak(PACE);
    }

    void awaitMessages(int count) {
      Awaitility.await(count + " messages")
          .atMost(PATIENCE)
          .until(() -> table.of(town.roomId(0)).size() >= count);
    }

    void hush() {
      speaker.hush();
      Awaitility.await("all is acknowledged")
          .atMost(PATIENCE)
          .until(() -> speaker.standings().stream().noneMatch(Standing::waiting));
      long newest = table.newest(town.roomId(0));
      Awaitility.await("all have heard the newest message")
          .atMost(PATIENCE)
          .until(() -> all.standings().stream().allMatch(one -> one.last() == newest));
    }

    /** Each has seen that many breaks at least; its application saw all of the table, as it is. */
    void heardAll(int breaks) {
      hush();
      List<Long> stored = table.of(town.roomId(0)).stream().map(MessageTable.Stored::id).toList();
      for (Diary diary : all.diaries()) {
        assertThat(diary.breaks()).hasSizeGreaterThanOrEqualTo(breaks);
        assertThat(diary.fromTheStream()).extracting(Heard::id).isEqualTo(stored);
        assertThat(diary.seen()).isEqualTo(stored);
      }
    }

    private Seat seat(int number, Kind kind, URI address) {
      return new Seat(number, kind, address, 0, town.roomOf(number), town.token(number));
    }

    @Override
    public void close() {
      all.close();
      speaker.close();
    }
  }
}
