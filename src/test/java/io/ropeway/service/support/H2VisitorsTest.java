package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class H2VisitorsTest extends VisitorsContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
