package io.ropeway.persistence.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.jdbc.ReturningWork;

/**
 * The running nodes. Each call is a transaction of its own, and compares times in the database, so
 * that no node's clock matters.
 *
 * <p>A node is dead when it has been silent for 15 s; one that stopped in good order when those who
 * were on it had 10 s to come back elsewhere.
 */
@ApplicationScoped
public class NodeRows {

  private static final String DEAD =
      "(heartbeat_at < current_timestamp - interval '15' second"
          + " or stopped and heartbeat_at < current_timestamp - interval '10' second)";

  private static final String LOOK =
      "select t.looked_at, d.incarnation from (select current_timestamp as looked_at) t left join ("
          + "select incarnation from node where "
          + DEAD
          + " union select distinct incarnation from presence_lease l where not"
          + " exists (select 1 from node n where n.incarnation = l.incarnation)) d on 1 = 1";

  private static final String COLUMNS = "incarnation, id, started_at, heartbeat_at, counts";

  @PersistenceUnit EntityManagerFactory factory;

  /** A node has started. */
  public void insert(long incarnation, String id, String counts) {
    update(
        "insert into node (incarnation, id, started_at, heartbeat_at, stopped, counts)"
            + " values (?, ?, current_timestamp, current_timestamp, false, ?)",
        incarnation,
        id,
        counts);
  }

  /**
   * A node is there.
   *
   * @return false if others took it for dead meanwhile
   */
  public boolean beat(long incarnation, String counts) {
    return update(
            "update node set heartbeat_at = current_timestamp, counts = ? where incarnation = ?",
            counts,
            incarnation)
        == 1;
  }

  /** A node goes away in good order. */
  public void stopped(long incarnation) {
    update(
        "update node set stopped = true, heartbeat_at = current_timestamp where incarnation = ?",
        incarnation);
  }

  /** Forgets a node, unless it has shown life. */
  public void removeDead(long incarnation) {
    update("delete from node where incarnation = ? and " + DEAD, incarnation);
  }

  /** Forgets a node. */
  public void remove(long incarnation) {
    update("delete from node where incarnation = ?", incarnation);
  }

  /** The nodes that are there, by name. */
  public List<NodeRow> living() {
    return query(
        "select " + COLUMNS + " from node where not stopped and not " + DEAD + " order by id");
  }

  /** Other starts of this name that are there and were there first. */
  public List<NodeRow> livingBefore(long incarnation, String id) {
    return query(
        "select "
            + "o.incarnation, o.id, o.started_at, o.heartbeat_at, o.counts"
            + " from node o, node mine where mine.incarnation = ? and o.id = ?"
            + " and o.incarnation <> mine.incarnation and not o.stopped"
            + " and o.heartbeat_at >= current_timestamp - interval '15' second"
            + " and (o.started_at < mine.started_at"
            + " or o.started_at = mine.started_at and o.incarnation < mine.incarnation)",
        incarnation,
        id);
  }

  /** Looks at the database's time, and who is dead by it. */
  public NodeLook look() {
    return run(
        connection -> {
          List<Long> dead = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(LOOK);
              ResultSet rows = select.executeQuery()) {
            Instant time = Instant.EPOCH; // there is a row with the time in any case
            while (rows.next()) {
              time = rows.getObject(1, OffsetDateTime.class).toInstant();
              long incarnation = rows.getLong(2);
              if (!rows.wasNull()) {
                dead.add(incarnation);
              }
            }
            return new NodeLook(time, dead);
          }
        });
  }

  private List<NodeRow> query(String sql, Object... parameters) {
    return run(
        connection -> {
          List<NodeRow> found = new ArrayList<>();
          try (PreparedStatement select = prepare(connection, sql, parameters);
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(
                  new NodeRow(
                      rows.getLong(1),
                      rows.getString(2),
                      rows.getObject(3, OffsetDateTime.class).toInstant(),
                      rows.getObject(4, OffsetDateTime.class).toInstant(),
                      rows.getString(5)));
            }
          }
          return found;
        });
  }

  private int update(String sql, Object... parameters) {
    return run(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
          }
        });
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private <T> T run(ReturningWork<T> work) {
    try (Session session = factory.unwrap(SessionFactory.class).openSession()) {
      return session.doReturningWork(work);
    }
  }
}
