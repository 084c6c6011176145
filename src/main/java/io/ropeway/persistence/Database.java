package io.ropeway.persistence;

import io.ropeway.persistence.Sql.Binder;
import io.ropeway.persistence.Sql.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives native SQL its connection: that of the running transaction, or one of its own for a moment,
 * on which each statement is a transaction of its own.
 *
 * <p>All methods block for the database, and fail with an unchecked exception of Hibernate's.
 */
@ApplicationScoped
public class Database {

  @PersistenceContext EntityManager entities;
  @PersistenceUnit EntityManagerFactory factory;

  /** What is done with a connection, which belongs to somebody else. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Does work within the running transaction. */
  public <T> T joined(Work<T> work) {
    return entities.unwrap(Session.class).doReturningWork(work::run);
  }

  /** Does work outside any transaction. */
  public <T> T alone(Work<T> work) {
    try (Session session = factory.unwrap(SessionFactory.class).openSession()) {
      return session.doReturningWork(work::run);
    }
  }

  /** Changes rows outside any transaction, see {@link Sql#update}. */
  public int update(String sql, @Nullable Object... parameters) {
    return alone(connection -> Sql.update(connection, sql, parameters));
  }

  /** Reads rows outside any transaction, see {@link Sql#query}. */
  public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... parameters) {
    return alone(connection -> Sql.query(connection, sql, reader, parameters));
  }

  /** Changes rows for many things outside any transaction, see {@link Sql#batch}. */
  public <T> int[] batch(String sql, Collection<T> things, Binder<T> binder) {
    return things.isEmpty()
        ? new int[0]
        : alone(connection -> Sql.batch(connection, sql, things, binder));
  }
}
