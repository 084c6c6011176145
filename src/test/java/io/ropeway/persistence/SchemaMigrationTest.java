package io.ropeway.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaMigrationTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.Product.class)
  void makesTheTablesThatTheEntitiesNeed(TestDatabase.Product product) throws Exception {
    try (TestDatabase database = TestDatabase.open(product)) {
      database.sessions().getSchemaManager().validateMappedObjects();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Product.class)
  void changesNothingWhenItRunsAgain(TestDatabase.Product product) throws Exception {
    try (TestDatabase database = TestDatabase.open(product);
        Connection connection = database.dataSource().getConnection()) {
      int before = count(connection, "databasechangelog");
      SchemaMigration.update(connection);
      assertThat(count(connection, "databasechangelog")).isEqualTo(before);
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Product.class)
  void canBeRolledBackChangesetByChangeset(TestDatabase.Product product) throws Exception {
    try (TestDatabase database = TestDatabase.open(product);
        Connection connection = database.dataSource().getConnection()) {
      int changesets = count(connection, "databasechangelog");
      rollback(connection, changesets);
      assertThat(count(connection, "databasechangelog")).isZero();
      SchemaMigration.update(connection);
      assertThat(count(connection, "databasechangelog")).isEqualTo(changesets);
    }
  }

  @Test
  void letsNodesThatStartAtOnceOnAnEmptyDatabaseTakeTurns() throws Exception {
    int nodes = 4;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      ExecutorService threads = Executors.newFixedThreadPool(nodes);
      CyclicBarrier together = new CyclicBarrier(nodes);
      List<Callable<String>> starts = Collections.nCopies(nodes, () -> start(postgres, together));
      try {
        for (Future<String> end : threads.invokeAll(starts)) {
          assertThat(end.get()).as("the lock's patience afterwards").isEqualTo("100ms");
        }
      } finally {
        threads.shutdown();
      }
    }
  }

  private static String start(EmbeddedPostgres postgres, CyclicBarrier together) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '100ms'");
      together.await();
      SchemaMigration.update(connection);
      try (ResultSet row = statement.executeQuery("show lock_timeout")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Test
  void takesTheLockFromANodeThatWasKilledWithIt() throws Exception {
    try (TestDatabase database = TestDatabase.open(TestDatabase.Product.POSTGRESQL);
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update databasechangeloglock set locked = true, lockedby = 'gone', lockgranted = now()");
      SchemaMigration.update(connection);
      assertThat(count(connection, "databasechangeloglock where locked")).isZero();
    }
  }

  @SuppressWarnings("deprecation") // the shortest way to a rollback by count
  private static void rollback(Connection connection, int changesets) throws Exception {
    new Liquibase(
            SchemaMigration.CHANGELOG,
            new ClassLoaderResourceAccessor(),
            DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
        .rollback(changesets, "");
  }

  private static int count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
