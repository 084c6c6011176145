package io.ropeway.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Contacts say something in their conversations, at a fixed rate; measured is the time until the
 * last agent of the inbox has heard it.
 */
final class DeskScenario implements DeskClient.Listener {
  private static final int CONNECTING_AT_ONCE = 32;
  private static final int PIPES = 16;
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Until what a message runs through is compiled, which is a lot. */
  private static final Duration WARM_UP = Duration.ofSeconds(40);

  private final SocketLoop loop;
  private final Target target;
  private final DeskTown town;
  private final PingWatch pings = new PingWatch();
  private final List<DeskClient> clients = new ArrayList<>();
  private final List<HttpPipe> pipes = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final Latencies latencies = new Latencies();
  private int subscribed;
  private long deliveries;
  private int complete;
  private long doubled;
  private String loss = "";

  /** One message: when it was due, and how many sockets have heard it. */
  private static final class Said {
    private final long due;
    private int heard;

    Said(long due) {
      this.due = due;
    }
  }

  DeskScenario(SocketLoop loop, Target target, DeskTown town) {
    this.loop = loop;
    this.target = target;
    this.town = town;
    for (int i = 0; i < PIPES; i++) {
      pipes.add(new HttpPipe(loop.selector(), target.address(), OK));
    }
  }

  /** Connects all agents and contacts. */
  void connect() throws IOException, SQLException {
    List<String> identifiers = new ArrayList<>(town.agents());
    for (int contact = 1; contact <= DeskTown.CONTACTS; contact++) {
      identifiers.add(DeskTown.contact(contact));
    }
    for (String identifier : identifiers) {
      clients.add(new DeskClient(loop, target.address(), pings, identifier, this));
      await(() -> clients.size() - subscribed < CONNECTING_AT_ONCE);
    }
    await(() -> subscribed == identifiers.size());
  }

  /** Contacts say something, so many of them a second. */
  DeskFigures measure(double perSecond, Duration time, DatabaseMeter database, DeskList list)
      throws IOException, SQLException {
    run(perSecond / 2, WARM_UP);
    latencies.clear();
    pings.restart(clients);
    ProcessMeter server = new ProcessMeter(target.pid());
    long serverBefore = server.cpuMicros();
    Map<Long, Long> databaseBefore = database.cpu();
    long commitsBefore = database.commits();
    long deliveriesBefore = deliveries;
    int saidBefore = said.size();
    long start = System.nanoTime();
    run(perSecond, time);
    double seconds = (System.nanoTime() - start) / 1e9;
    double count = said.size() - saidBefore;
    double serverMicros = (server.cpuMicros() - serverBefore) / count;
    double databaseMicros = database.cpuMicrosSince(databaseBefore) / count;
    loop.runUntil(() -> false, Duration.ofMillis(1_500)); // PostgreSQL reports late
    double commits = (database.commits() - commitsBefore) / count;
    double gap = pings.seconds(clients);
    check();
    Latencies lists = list.measure();
    return new DeskFigures(
        count / seconds,
        latencies.percentile(0.50),
        latencies.percentile(0.95),
        latencies.percentile(0.99),
        (deliveries - deliveriesBefore) / count,
        serverMicros,
        databaseMicros,
        commits,
        gap,
        doubled + said.size() - complete,
        DeskList.CONVERSATIONS,
        lists.percentile(0.50),
        lists.percentile(0.95));
  }

  private void run(double perSecond, Duration time) throws IOException {
    long interval = (long) (1e9 / perSecond);
    long due = System.nanoTime();
    long end = due + time.toNanos();
    for (; due < end; due += interval) {
      loop.runUntil(due);
      check();
      say(due);
    }
    await(() -> complete == said.size() && pipes.stream().allMatch(HttpPipe::isAnswered));
  }

  private void say(long due) throws IOException {
    int number = said.size();
    said.add(new Said(due));
    int conversation = number % DeskTown.OPEN + 1;
    byte[] body =
        ("{\"content\":\"#%d %s\"}".formatted(number, "x".repeat(40)))
            .getBytes(StandardCharsets.US_ASCII);
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(DeskTown.messagesOf(conversation), target.port(), body.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    pipes
        .get(number % PIPES)
        .send(ByteBuffer.allocate(start.length + body.length).put(start).put(body).flip());
  }

  @Override
  public void subscribed() {
    subscribed++;
  }

  @Override
  public void heard(ServerFrame frame) {
    deliveries++;
    int number = (int) frame.deskMessage();
    if (number < 0) {
      return;
    }
    Said one = said.get(number);
    int everybody = DeskTown.AGENTS + 1; // and the contact
    if (++one.heard == everybody) {
      latencies.add(System.nanoTime() - one.due);
      complete++;
    } else if (one.heard > everybody) {
      doubled++;
    }
  }

  @Override
  public void lost(String reason) {
    loss = reason;
  }

  private void await(java.util.function.BooleanSupplier condition) throws IOException {
    boolean holds = loop.runUntil(() -> !loss.isEmpty() || condition.getAsBoolean(), PATIENCE);
    check();
    if (!holds) {
      throw new IOException(
          "%d of %d subscribed, %d of %d messages heard by all"
              .formatted(subscribed, clients.size(), complete, said.size()));
    }
  }

  private void check() throws IOException {
    if (!loss.isEmpty()) {
      throw new IOException("A socket was lost: " + loss);
    }
  }
}
