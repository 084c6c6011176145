package io.ropeway.persistence.stream;

import io.ropeway.broadcast.StreamHead;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code stream_head} together with the database's own name. */
record HeadRow(
    long id, String name, String store, int wipes, long offset, long floor, long epochStart) {

  /** What {@link #read} reads, from {@code stream_head h} and {@code store s}. */
  static final String COLUMNS =
      "h.id, h.name, s.id, h.wipes, h.last_offset, h.floor_offset, h.epoch_start";

  static HeadRow read(ResultSet row) throws SQLException {
    return new HeadRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }

  /** Names the life of the log: of the database, and of the stream in it. */
  String epoch() {
    return store + "." + wipes;
  }

  /** How often the log of a head had been wiped, or -1 if its database had another name. */
  int wipesOf(StreamHead head) {
    String prefix = store + ".";
    return head.epoch().startsWith(prefix)
        ? Integer.parseInt(head.epoch().substring(prefix.length()))
        : -1;
  }

  StreamHead head() {
    return new StreamHead(id, name, epoch(), offset, floor, epochStart);
  }
}
