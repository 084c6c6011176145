package io.ropeway.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** Asks which database this is and whether it answers; needs no transaction. */
@ApplicationScoped
public class DatabaseProbe {

  private static final int PATIENCE_SECONDS = 2;

  @Inject Database database;

  /** The product's name as its driver gives it, such as {@code PostgreSQL} or {@code H2}. */
  public String product() {
    return database.alone(connection -> connection.getMetaData().getDatabaseProductName());
  }

  /**
   * What is switched off that keeps a crash from losing what was confirmed: names of PostgreSQL's
   * settings, none on other databases.
   */
  public List<String> lossySettings() {
    if (!product().equals("PostgreSQL")) {
      return List.of();
    }
    return database.query(
        "select name from pg_settings where setting = 'off' and name in"
            + " ('fsync', 'full_page_writes', 'synchronous_commit') order by name",
        row -> row.getString(1));
  }

  /**
   * Returns if the database answers within two seconds.
   *
   * @throws RuntimeException if it does not
   */
  public void ping() {
    database.alone(
        connection -> {
          if (!connection.isValid(PATIENCE_SECONDS)) {
            throw new SQLTransientConnectionException("The database does not answer");
          }
          return true;
        });
  }
}
