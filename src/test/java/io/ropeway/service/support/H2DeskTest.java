package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class H2DeskTest extends DeskContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
