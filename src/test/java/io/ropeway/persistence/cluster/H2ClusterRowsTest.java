package io.ropeway.persistence.cluster;

import io.ropeway.persistence.TestDatabase;

class H2ClusterRowsTest extends ClusterRowsContract {

  @Override
  protected TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
