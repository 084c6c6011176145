package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class PostgresqlDeskPeopleTest extends DeskPeopleContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
