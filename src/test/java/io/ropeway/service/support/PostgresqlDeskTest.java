package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class PostgresqlDeskTest extends DeskContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
