package io.ropeway.persistence.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.Event;
import io.ropeway.persistence.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlStreamLogTest extends DatabaseStreamLogContract {

  private static TestDatabaseLog log;

  @BeforeAll
  static void openDatabase() {
    log = open(TestDatabase.Product.POSTGRESQL);
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
    return "set local lock_timeout = " + millis;
  }

  @Override
  boolean blocksWriters() {
    return false;
  }

  @Override
  protected void restored() {
    log.execute("select ropeway_restored()");
  }

  @Test
  void needsAtMostFiveStatementsForAPublish() {
    List<String> streams = List.of("s1", "s2", "s3");
    Appending appending = new Appending(new StreamIds());
    assertThat(statements(appending, new Event(streams, "new", "x"))).isLessThanOrEqualTo(5);
    statements(appending, new Event(streams, "looked up", "x"));
    assertThat(statements(appending, new Event(streams, "known", "x"))).isLessThanOrEqualTo(3);
    assertThat(statements(appending, new Event("s1", "x"))).isEqualTo(1);
  }

  private int statements(Appending appending, Event event) {
    AtomicInteger count = new AtomicInteger();
    Session session = log.database.sessions().getCurrentSession();
    inTransaction(
        () -> {
          session.doWork(
              connection ->
                  appending.append(
                      CountingConnection.of(connection, count),
                      new PostgresqlStreamSql(),
                      List.of(event)));
          return 0;
        });
    return count.get();
  }
}
