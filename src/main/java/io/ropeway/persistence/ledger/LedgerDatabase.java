package io.ropeway.persistence.ledger;

import io.ropeway.persistence.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Gives the ledger's statements a connection for a moment. */
@ApplicationScoped
public class LedgerDatabase {

  @PersistenceUnit EntityManagerFactory factory;

  /** Work with a connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Work that has nothing to tell. */
  interface Change {
    void run(Connection connection) throws SQLException;
  }

  /** Does work with a connection of its own, outside any transaction. */
  void change(Change change) {
    with(
        connection -> {
          change.run(connection);
          return true;
        });
  }

  /** Does work with a connection of its own, outside any transaction. */
  <T> T with(Work<T> work) {
    try (Session session = factory.unwrap(SessionFactory.class).openSession()) {
      return session.doReturningWork(work::run);
    }
  }

  /** A time before now, by the database's clock. */
  static OffsetDateTime before(Connection connection, Duration time) throws SQLException {
    return time(DatabaseClock.now(connection).minus(time));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
