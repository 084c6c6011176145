package io.ropeway.service.support;

import io.ropeway.service.stream.StreamWriters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The transactions of the desk's use cases. */
@ApplicationScoped
class DeskTransactions {

  @Inject StreamWriters writers;
  @Inject DeskTransaction transaction;

  /** Reads something. */
  <T> T read(Supplier<T> work) {
    return transaction.run(work);
  }

  /** Changes something and publishes; waits for a place among the writers first. */
  <T> T write(Supplier<T> work) {
    return writers.admit(() -> transaction.run(work));
  }

  /** The same without an answer. */
  void change(Runnable work) {
    write(
        () -> {
          work.run();
          return true;
        });
  }
}
