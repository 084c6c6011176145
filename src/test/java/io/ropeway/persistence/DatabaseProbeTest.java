package io.ropeway.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabaseProbeTest {

  private static DatabaseProbe probe(TestDatabase database) {
    DatabaseProbe probe = new DatabaseProbe();
    probe.database = database.bean();
    probe.ping();
    return probe;
  }

  @Test
  void namesTheSettingsOfPostgresqlThatMakeItForget() throws Exception {
    try (TestDatabase database = TestDatabase.open(TestDatabase.Product.POSTGRESQL);
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter database postgres set synchronous_commit = off");
      assertThat(probe(database).lossySettings())
          .contains("synchronous_commit")
          .isSubsetOf("fsync", "full_page_writes", "synchronous_commit");
      statement.execute("alter database postgres set synchronous_commit = on");
      assertThat(probe(database).lossySettings()).doesNotContain("synchronous_commit");
    }
  }

  @Test
  void knowsNoSuchSettingsOfH2() throws Exception {
    try (TestDatabase database = TestDatabase.open(TestDatabase.Product.H2)) {
      assertThat(probe(database).product()).isEqualTo("H2");
      assertThat(probe(database).lossySettings()).isEmpty();
    }
  }
}
