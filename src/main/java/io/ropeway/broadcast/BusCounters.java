package io.ropeway.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** What this node has told and heard of the others since its start; any thread. */
@ApplicationScoped
public class BusCounters {

  private final LongAdder sent = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private volatile int queued;
  private volatile boolean connected;

  /** Messages were handed to the broker. */
  public void sent(int messages) {
    sent.add(messages);
  }

  /** Messages were given up because the broker was away or slow for too long. */
  public void dropped(long messages) {
    dropped.add(messages);
  }

  /** A message of another node arrived. */
  public void heard() {
    received.increment();
  }

  /** Messages of another node are missing. */
  public void lost(long messages) {
    lost.add(messages);
  }

  /** So many messages wait for the broker. */
  public void queued(int messages) {
    queued = messages;
  }

  /** Whether this node hears the bus. */
  public void connected(boolean hears) {
    connected = hears;
  }

  public long sent() {
    return sent.sum();
  }

  public long dropped() {
    return dropped.sum();
  }

  public long received() {
    return received.sum();
  }

  public long lost() {
    return lost.sum();
  }

  public int queued() {
    return queued;
  }

  public boolean isConnected() {
    return connected;
  }
}
