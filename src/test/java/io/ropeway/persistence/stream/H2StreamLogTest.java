package io.ropeway.persistence.stream;

import io.ropeway.persistence.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2StreamLogTest extends DatabaseStreamLogContract {

  private static TestDatabaseLog log;

  @BeforeAll
  static void openDatabase() {
    log = open(TestDatabase.Product.H2);
  }

  @AfterAll
  static void closeDatabase() throws Exception {
    log.database.close();
  }

  @Override
  TestDatabaseLog testLog() {
    return log;
  }

  @Override
  String lockTimeout(int millis) {
    return "set lock_timeout " + millis;
  }

  @Override
  boolean blocksWriters() {
    return true;
  }

  @Override
  protected void restored() {
    log.execute("update stream_head set epoch_start = last_offset + 1");
    log.execute("update store set id = 's' || cast(rand() * 1000000 as integer)");
  }
}
