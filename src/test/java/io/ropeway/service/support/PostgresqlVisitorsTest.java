package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class PostgresqlVisitorsTest extends VisitorsContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
