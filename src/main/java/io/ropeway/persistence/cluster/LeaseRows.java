package io.ropeway.persistence.cluster;

import io.ropeway.persistence.Database;
import io.ropeway.persistence.NeedsDatabase;
import io.ropeway.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

  @Inject Database database;

  /**
   * Notes somebody's presence on a node.
   *
   * @return whether they were present nowhere before
   */
  public boolean put(String room, String who, long incarnation, @Nullable String info) {
    return database.joined(
        connection -> {
          for (int i = 0; i < ATTEMPTS; i++) {
            boolean first =
                Sql.update(
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
    return database.joined(
        connection -> {
          lock(connection, room, who);
          int removed =
              Sql.update(
                  connection,
                  "delete from presence_lease where room = ? and who = ? and incarnation = ?",
                  room,
                  who,
                  incarnation);
          return removed == 1
              && Sql.update(
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
    return database.joined(
        connection ->
            Sql.query(
                connection,
                "select room, who, info from presence_lease where incarnation = ?"
                    + " order by room, who limit "
                    + limit,
                LeaseRows::lease,
                incarnation));
  }

  /**
   * Everybody who is present in a room on other nodes than one; needs no transaction. Does not wait
   * for a database that is known to be away.
   */
  @NeedsDatabase
  public List<LeaseRow> elsewhere(String room, long incarnation) {
    return database.query(
        "select room, who, info from presence_lease where room = ? and incarnation <> ?",
        LeaseRows::lease,
        room,
        incarnation);
  }

  private static boolean lock(Connection connection, String room, String who) throws SQLException {
    return !Sql.query(
            connection,
            "select who from presence where room = ? and who = ? for update",
            row -> row.getString(1),
            room,
            who)
        .isEmpty();
  }

  private static void putLease(
      Connection connection, String room, String who, long incarnation, @Nullable String info)
      throws SQLException {
    int updated =
        Sql.update(
            connection,
            "update presence_lease set info = ? where room = ? and who = ? and incarnation = ?",
            info,
            room,
            who,
            incarnation);
    if (updated == 0) {
      Sql.update(
          connection,
          "insert into presence_lease (info, room, who, incarnation) values (?, ?, ?, ?)",
          info,
          room,
          who,
          incarnation);
    }
  }

  private static LeaseRow lease(ResultSet row) throws SQLException {
    return new LeaseRow(row.getString("room"), row.getString("who"), row.getString("info"));
  }
}
