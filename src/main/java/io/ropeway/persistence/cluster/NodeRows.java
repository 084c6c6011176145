package io.ropeway.persistence.cluster;

import io.ropeway.persistence.Database;
import io.ropeway.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

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

  @Inject Database database;

  /** A node has started. */
  public void insert(long incarnation, String id, String counts) {
    database.update(
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
    return database.update(
            "update node set heartbeat_at = current_timestamp, counts = ? where incarnation = ?",
            counts,
            incarnation)
        == 1;
  }

  /** A node goes away in good order. */
  public void stopped(long incarnation) {
    database.update(
        "update node set stopped = true, heartbeat_at = current_timestamp where incarnation = ?",
        incarnation);
  }

  /** Forgets a node, unless it has shown life. */
  public void removeDead(long incarnation) {
    database.update("delete from node where incarnation = ? and " + DEAD, incarnation);
  }

  /** Forgets a node. */
  public void remove(long incarnation) {
    database.update("delete from node where incarnation = ?", incarnation);
  }

  /** The nodes that are there, by name. */
  public List<NodeRow> living() {
    return database.query(
        "select " + COLUMNS + " from node where not stopped and not " + DEAD + " order by id",
        NodeRows::node);
  }

  /** Other starts of this name that are there and were there first. */
  public List<NodeRow> livingBefore(long incarnation, String id) {
    return database.query(
        "select o.incarnation, o.id, o.started_at, o.heartbeat_at, o.counts"
            + " from node o, node mine where mine.incarnation = ? and o.id = ?"
            + " and o.incarnation <> mine.incarnation and not o.stopped"
            + " and o.heartbeat_at >= current_timestamp - interval '15' second"
            + " and (o.started_at < mine.started_at"
            + " or o.started_at = mine.started_at and o.incarnation < mine.incarnation)",
        NodeRows::node,
        incarnation,
        id);
  }

  /** Looks at the database's time, and who is dead by it. */
  public NodeLook look() {
    List<NodeLook> rows = database.query(LOOK, NodeRows::look);
    return new NodeLook(
        rows.get(0).time(), rows.stream().flatMap(row -> row.dead().stream()).toList());
  }

  /** Reads the time, which is in each row, and the one of the dead that is in it or not. */
  private static NodeLook look(ResultSet row) throws SQLException {
    long incarnation = row.getLong("incarnation");
    List<Long> dead = row.wasNull() ? List.of() : List.of(incarnation);
    return new NodeLook(Sql.instant(row, "looked_at"), dead);
  }

  private static NodeRow node(ResultSet row) throws SQLException {
    return new NodeRow(
        row.getLong("incarnation"),
        row.getString("id"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "heartbeat_at"),
        row.getString("counts"));
  }
}
