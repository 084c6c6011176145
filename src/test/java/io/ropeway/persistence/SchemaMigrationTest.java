package io.ropeway.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
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
