package io.ropeway.container;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Proxy;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** Makes daemon threads, and knows one context only. */
public final class TestThreads implements ManagedThreadFactory {

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "container");
    thread.setDaemon(true);
    return thread;
  }

  /** Leaves everything in the one context that there is. */
  public static ContextService context() {
    return (ContextService)
        Proxy.newProxyInstance(
            ContextService.class.getClassLoader(),
            new Class<?>[] {ContextService.class},
            (proxy, method, arguments) -> arguments[0]);
  }

  @Override
  public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
    throw new UnsupportedOperationException();
  }
}
