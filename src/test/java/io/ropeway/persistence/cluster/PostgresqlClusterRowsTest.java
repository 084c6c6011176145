package io.ropeway.persistence.cluster;

import io.ropeway.persistence.TestDatabase;

class PostgresqlClusterRowsTest extends ClusterRowsContract {

  @Override
  protected TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
