package io.ropeway.persistence;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Rules that hold on every database; a subclass for each chooses one, which serves all its tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseContract {

  protected TestDatabase database;

  protected abstract TestDatabase.Product product();

  @BeforeAll
  void openDatabase() {
    database = TestDatabase.open(product());
  }

  @AfterAll
  void closeDatabase() throws Exception {
    database.close();
  }

  /** Runs work in a transaction. */
  protected final <T> T in(Supplier<T> work) {
    return database.inTransaction(work);
  }

  /** Changes rows behind the back of what is tested, in a transaction of its own. */
  protected final void execute(String sql) {
    database.execute(sql);
  }
}
