package io.ropeway.service.cluster;

import io.ropeway.persistence.cluster.LeaseRow;
import io.ropeway.persistence.cluster.LeaseRows;
import io.ropeway.room.PresenceChange;
import io.ropeway.service.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The leases of presence in the database. Each call is one transaction and blocks for it. */
@UseCase
@ApplicationScoped
public class PresenceLeases {

  /** Everybody takes locks in this order. */
  private static final Comparator<PresenceChange> ORDER =
      Comparator.comparing(PresenceChange::room).thenComparing(PresenceChange::who);

  @Inject LeaseRows rows;

  /**
   * Brings a node's leases to the present state.
   *
   * @param wanted who is present on the node, and who is not
   * @return those of them that are news for all nodes together
   */
  public List<PresenceChange> write(long incarnation, List<PresenceChange> wanted) {
    return wanted.stream().sorted(ORDER).filter(one -> isNews(incarnation, one)).toList();
  }

  /** Some of the leases of a node, as what is to be {@link #write written} when it is gone. */
  public List<PresenceChange> ofNode(long incarnation, int limit) {
    return rows.ofNode(incarnation, limit).stream().map(PresenceLeases::end).toList();
  }

  private boolean isNews(long incarnation, PresenceChange one) {
    return one.present()
        ? rows.put(one.room(), one.who(), incarnation, one.info())
        : rows.remove(one.room(), one.who(), incarnation);
  }

  private static PresenceChange end(LeaseRow lease) {
    return new PresenceChange(lease.room(), lease.who(), lease.info(), false);
  }
}
