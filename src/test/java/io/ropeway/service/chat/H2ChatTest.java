package io.ropeway.service.chat;

import io.ropeway.persistence.TestDatabase;

class H2ChatTest extends ChatContract {

  @Override
  protected TestDatabase.Product product() {
    return TestDatabase.Product.H2;
  }
}
