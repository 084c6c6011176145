package io.ropeway.persistence.ledger;

import io.ropeway.persistence.TestDatabase;

class PostgresqlLedgerRowsTest extends LedgerRowsContract {

  @Override
  protected TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
