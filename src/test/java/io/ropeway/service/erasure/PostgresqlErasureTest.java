package io.ropeway.service.erasure;

import io.ropeway.persistence.TestDatabase;

class PostgresqlErasureTest extends ErasureContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
