package io.ropeway.service.support;

import io.ropeway.service.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** One transaction of {@link DeskTransactions}. */
@UseCase
@ApplicationScoped
class DeskTransaction {

  <T> T run(Supplier<T> work) {
    return work.get();
  }
}
