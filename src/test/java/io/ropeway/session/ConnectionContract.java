package io.ropeway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.EncodedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every transport keeps, seen from a client and from a listener. */
public abstract class ConnectionContract {

  private final Events events = new Events();

  /**
   * Connects a client.
   *
   * @param opener makes the listener of the server's side, before anything is told
   */
  protected abstract Peer connect(Function<Connection, ConnectionListener> opener) throws Exception;

  /** The client's side of a connection. */
  public interface Peer {

    void send(String text) throws Exception;

    void sendBinary() throws Exception;

    /** Begins the closing handshake. */
    void close(int code) throws Exception;

    /** Is gone without a word. */
    void vanish();

    /** What arrives next: {@code text …} or {@code close <code> <reason>}; null if nothing did. */
    String next() throws Exception;
  }

  /** What the server's side is told. */
  private static final class Events implements ConnectionListener {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile Connection connection;
    private volatile Outbox outbox;

    ConnectionListener open(Connection opened, Consumer<Outbox> meanwhile) {
      connection = opened;
      outbox = new Outbox(opened, () -> told.add("too slow"), Integer.MAX_VALUE, 0);
      meanwhile.accept(outbox);
      return this;
    }

    String next() throws InterruptedException {
      return told.poll(10, TimeUnit.SECONDS);
    }

    boolean nothingFor(long millis) {
      try {
        return told.poll(millis, TimeUnit.MILLISECONDS) == null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void text(String message) {
      told.add("text " + message);
    }

    @Override
    public void binary() {
      told.add("binary");
    }

    @Override
    public void pong(int number) {
      told.add("pong " + number);
    }

    @Override
    public void sent() {
      outbox.sent();
    }

    @Override
    public void closed(int code) {
      told.add("closed " + code);
    }
  }

  private Peer connect() throws Exception {
    Peer peer = connect(connection -> events.open(connection, outbox -> {}));
    peer.send("here");
    assertThat(events.next()).isEqualTo("text here");
    return peer;
  }

  private void offer(String text) {
    events.outbox.offer(new EncodedFrame(text));
  }

  @Test
  void sendsFramesInOrder() throws Exception {
    Peer peer = connect();
    for (int i = 0; i < 500; i++) {
      offer("frame " + i);
    }

    for (int i = 0; i < 500; i++) {
      assertThat(peer.next()).isEqualTo("text frame " + i);
    }
  }

  @Test
  void sendsTextsOfEveryLengthAndScript() throws Exception {
    Peer peer = connect();
    for (String text : List.of("", "ä€😀", "x".repeat(125), "x".repeat(126), "ö".repeat(40_000))) {
      offer(text);

      assertThat(peer.next()).isEqualTo("text " + text);
    }
  }

  @Test
  void sendsWhatIsOfferedBeforeTheListenerIsMade() throws Exception {
    Peer peer =
        connect(
            connection ->
                events.open(
                    connection,
                    outbox -> {
                      outbox.offer(new EncodedFrame("first"));
                      outbox.offer(new EncodedFrame("second"));
                    }));

    assertThat(peer.next()).isEqualTo("text first");
    assertThat(peer.next()).isEqualTo("text second");
    offer("third");
    assertThat(peer.next()).isEqualTo("text third");
  }

  @Test
  void losesNothingOfManyThreads() throws Exception {
    Peer peer = connect();
    int threads = 4;
    int frames = 200;
    List<Thread> senders = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      String name = "sender " + t;
      Thread sender =
          new Thread(
              () -> {
                for (int i = 0; i < frames; i++) {
                  offer(name);
                }
              });
      senders.add(sender);
      sender.start();
    }
    List<String> got = new ArrayList<>();
    for (int i = 0; i < threads * frames; i++) {
      got.add(peer.next());
    }
    for (Thread sender : senders) {
      sender.join(10_000);
    }

    for (int t = 0; t < threads; t++) {
      assertThat(got).filteredOn(("text sender " + t)::equals).hasSize(frames);
    }
  }

  @Test
  void tellsWhatTheClientSendsInOrder() throws Exception {
    Peer peer = connect();
    peer.send("one ä€😀");
    peer.sendBinary();
    peer.send("two");

    assertThat(events.next()).isEqualTo("text one ä€😀");
    assertThat(events.next()).isEqualTo("binary");
    assertThat(events.next()).isEqualTo("text two");
  }

  @Test
  void tellsTheAnswerToAProbe() throws Exception {
    connect();
    events.connection.probe(0);

    assertThat(events.next()).isEqualTo("pong 0");
  }

  @Test
  void tellsWhichProbeWasAnswered() throws Exception {
    connect();
    for (int number : new int[] {1, 2, 0x12345678}) {
      events.connection.probe(number);

      assertThat(events.next()).isEqualTo("pong " + number);
    }
  }

  @Test
  void probesBehindWhatWasSentBefore() throws Exception {
    Peer peer = connect();
    for (int i = 1; i <= 50; i++) {
      offer("frame " + i);
      events.outbox.offerProbe();
    }

    for (int i = 1; i <= 50; i++) {
      assertThat(peer.next()).isEqualTo("text frame " + i);
    }
    String answer = events.next();
    while (!"pong 50".equals(answer)) {
      assertThat(answer).startsWith("pong ");
      answer = events.next();
    }
  }

  @Test
  void closesBehindWhatWasSentBefore() throws Exception {
    Peer peer = connect();
    offer("last");
    events.outbox.finish(null, true, () -> events.connection.close(1012, "server_restart"));

    assertThat(peer.next()).isEqualTo("text last");
    assertThat(peer.next()).isEqualTo("close 1012 server_restart");
    assertThat(events.next()).startsWith("closed ");
  }

  @Test
  void tellsTheClientsCloseOnce() throws Exception {
    Peer peer = connect();
    peer.close(1000);

    assertThat(events.next()).isEqualTo("closed 1000");
    events.connection.terminate();
    assertThat(events.nothingFor(300)).isTrue();
  }

  @Test
  void tellsThatAClientHasVanished() throws Exception {
    Peer peer = connect();
    peer.vanish();

    assertThat(events.next()).startsWith("closed ");
  }

  @Test
  void tellsTheEndOfAConnectionThatItDrops() throws Exception {
    connect();
    events.connection.terminate();

    assertThat(events.next()).startsWith("closed ");
  }

  @Test
  void tellsTheEndAlsoOfAConnectionThatIsDroppedWhileItsListenerIsMade() throws Exception {
    connect(
        connection -> {
          connection.terminate();
          assertThat(events.nothingFor(300)).isTrue(); // the transport has time to notice
          return events.open(connection, outbox -> {});
        });

    assertThat(events.next()).startsWith("closed ");
    assertThat(events.nothingFor(300)).isTrue();
  }

  @Test
  void tellsTheEndAlsoOfAConnectionThatIsClosedWhileItsListenerIsMade() throws Exception {
    Peer peer =
        connect(
            connection -> {
              connection.close(1000, "unauthorized");
              return events.open(connection, outbox -> {});
            });

    assertThat(peer.next()).isEqualTo("close 1000 unauthorized");
    assertThat(events.next()).startsWith("closed ");
  }

  @Test
  void standsEverythingAfterItsEnd() throws Exception {
    Peer peer = connect();
    peer.close(1000);
    assertThat(events.next()).isEqualTo("closed 1000");

    for (int i = 0; i < 10; i++) {
      offer("late");
    }
    events.connection.probe(0);
    events.connection.close(1000, "late");
    events.connection.terminate();

    assertThat(events.nothingFor(300)).isTrue();
  }
}
