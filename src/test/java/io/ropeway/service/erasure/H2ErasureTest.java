package io.ropeway.service.erasure;

import io.ropeway.persistence.TestDatabase;

class H2ErasureTest extends ErasureContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
