package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class PostgresqlConversationFilterTest extends ConversationFilterContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
