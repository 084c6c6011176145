package io.ropeway.service.chat;

import io.ropeway.persistence.TestDatabase;

class PostgresqlChatTest extends ChatContract {

  @Override
  protected TestDatabase.Product product() {
    return TestDatabase.Product.POSTGRESQL;
  }
}
