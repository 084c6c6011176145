package io.ropeway.broadcast;

/**
 * Tells the other nodes. It only makes things fast: what may not be lost is in the log.
 *
 * <p>May be called from any thread and never blocks; what does not fit is dropped and counted.
 */
public interface ClusterBus {

  /** Sends to every other node, in the order of the calls, at most once. */
  void send(BusMessage message);
}
