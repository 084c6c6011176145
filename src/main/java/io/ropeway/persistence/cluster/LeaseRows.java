package io.ropeway.persistence.cluster;

import io.ropeway.persistence.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who is present in which room on which node.
 *
 * <p>Changes want a transaction around them, and several in one go in the order of room and who. A
 * row for each presence is locked while its leases change, so that exactly one of many nodes sees
 * the first lease come, and exactly one the last one go.
 */
@ApplicationScoped
public class LeaseRows {

  private static final int ATTEMPTS = 10;

  @PersistenceContext EntityManager entities;
  @PersistenceUnit EntityManagerFactory factory;

  /**
   * Notes somebody's presence on a node.
   *
   * @return whether they were present nowhere before
   */
  public boolean put(String room, String who, long incarnation, @Nullable String info) {
    return joined(
        connection -> {
          for (int i = 0; i < ATTEMPTS; i++) {
            boolean first =
                update(
                        connection,
                        "insert into presence (room, who) values (?, ?) on conflict do nothing",
                        room,
                        who)
                    == 1;
            if (first || lock(connection, room, who)) {
              putLease(connection, room, who, incarnation, info);
              return first;
            } // it went between the two
          }
          throw new SQLException("The presence of " + who + " comes and goes", "40001");
        });
  }

  /**
   * Ends somebody's presence on a node.
   *
   * @return whether they are present nowhere now, and were until now
   */
  public boolean remove(String room, String who, long incarnation) {
    return joined(
        connection -> {
          lock(connection, room, who);
          int removed =
              update(
                  connection,
                  "delete from presence_lease where room = ? and who = ? and incarnation = ?",
                  room,
                  who,
                  incarnation);
          return removed == 1
              && update(
                      connection,
                      "delete from presence where room = ? and who = ? and not exists"
                          + " (select 1 from presence_lease where room = ? and who = ?)",
                      room,
                      who,
                      room,
                      who)
                  == 1;
        });
  }

  /** What a node has noted, in the order in which it may be changed. */
  public List<LeaseRow> ofNode(long incarnation, int limit) {
    return joined(
        connection ->
            query(
                connection,
                "select room, who, info from presence_lease where incarnation = ?"
                    + " order by room, who limit "
                    + limit,
                incarnation));
  }

  /**
   * Everybody who is present in a room on other nodes than one; needs no transaction. Does not wait
   * for a database that is known to be away.
   */
  @NeedsDatabase
  public List<LeaseRow> elsewhere(String room, long incarnation) {
    try (Session session = factory.unwrap(SessionFactory.class).openSession()) {
      return session.doReturningWork(
          connection ->
              query(
                  connection,
                  "select room, who, info from presence_lease where room = ? and incarnation <> ?",
                  room,
                  incarnation));
    }
  }

  private static boolean lock(Connection connection, String room, String who) throws SQLException {
    try (PreparedStatement select =
        prepare(
            connection,
            "select who from presence where room = ? and who = ? for update",
            room,
            who)) {
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void putLease(
      Connection connection, String room, String who, long incarnation, @Nullable String info)
      throws SQLException {
    int updated =
        update(
            connection,
            "update presence_lease set info = ? where room = ? and who = ? and incarnation = ?",
            info,
            room,
            who,
            incarnation);
    if (updated == 0) {
      update(
          connection,
          "insert into presence_lease (info, room, who, incarnation) values (?, ?, ?, ?)",
          info,
          room,
          who,
          incarnation);
    }
  }

  private static List<LeaseRow> query(Connection connection, String sql, Object... parameters)
      throws SQLException {
    List<LeaseRow> found = new ArrayList<>();
    try (PreparedStatement select = prepare(connection, sql, parameters);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(new LeaseRow(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return found;
  }

  private static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object parameter = parameters[i];
      if (parameter == null) {
        statement.setNull(i + 1, java.sql.Types.VARCHAR);
      } else {
        statement.setObject(i + 1, parameter);
      }
    }
    return statement;
  }

  private <T> T joined(org.hibernate.jdbc.ReturningWork<T> work) {
    return entities.unwrap(Session.class).doReturningWork(work);
  }
}
