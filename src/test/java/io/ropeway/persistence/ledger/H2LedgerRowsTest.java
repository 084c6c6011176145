package io.ropeway.persistence.ledger;

import io.ropeway.persistence.TestDatabase;

class H2LedgerRowsTest extends LedgerRowsContract {

  @Override
  protected TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
