package io.ropeway.container;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** Makes daemon threads. */
public final class TestThreads implements ManagedThreadFactory {

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "container");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
    throw new UnsupportedOperationException();
  }
}
