package io.ropeway.service.support;

import io.ropeway.persistence.TestDatabase;

class H2ConversationFilterTest extends ConversationFilterContract {

  @Override
  TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
