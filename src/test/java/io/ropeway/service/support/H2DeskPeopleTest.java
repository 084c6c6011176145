package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class H2DeskPeopleTest extends DeskPeopleContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
