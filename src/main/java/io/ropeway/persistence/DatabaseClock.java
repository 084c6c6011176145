package io.ropeway.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** The time that all nodes share: the database's, to the microsecond. */
@ApplicationScoped
public class DatabaseClock {

  @Inject Database database;

  /** The time at this moment, however long the running transaction has lasted. */
  public Instant now() {
    return database.joined(DatabaseClock::now);
  }

  /**
   * The time at this moment by the database behind a connection. Asks PostgreSQL; H2 runs in this
   * process and has no other clock than we, and its own stands still within a transaction.
   */
  public static Instant now(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
      return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }
}
