package io.ropeway.persistence.ledger;

import io.ropeway.persistence.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlLedgerRowsTest extends LedgerRowsContract {

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open(TestDatabase.Product.POSTGRESQL);
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
  }

  @Override
  TestDatabase database() {
    return database;
  }
}
