package io.ropeway.persistence.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What an account counts; changed under the row's lock. */
@Entity
@Table(name = "account_counter")
public class AccountCounter {

  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(name = "next_display_id", nullable = false)
  private long nextDisplayId;

  @Column(name = "labels_at", nullable = false)
  private long labelsAt;

  @Column(name = "inboxes_at", nullable = false)
  private long inboxesAt;

  @Column(name = "teams_at", nullable = false)
  private long teamsAt;

  /** For Hibernate. */
  protected AccountCounter() {}

  public AccountCounter(long accountId) {
    this.accountId = accountId;
    this.nextDisplayId = 1;
  }

  public long accountId() {
    return accountId;
  }

  /** When the list of labels changed last, in seconds; 0 for never. */
  public long labelsAt() {
    return labelsAt;
  }

  /** The same of inboxes and their members. */
  public long inboxesAt() {
    return inboxesAt;
  }

  /** The same of teams and their members. */
  public long teamsAt() {
    return teamsAt;
  }

  /** Takes the number of the account's next conversation. */
  public long takeDisplayId() {
    return nextDisplayId++;
  }

  /** Notes that one of the lists has changed; each time differs from the one before. */
  public void changed(CachedList list, Instant now) {
    long at = now.getEpochSecond();
    switch (list) {
      case LABELS -> labelsAt = Math.max(at, labelsAt + 1);
      case INBOXES -> inboxesAt = Math.max(at, inboxesAt + 1);
      case TEAMS -> teamsAt = Math.max(at, teamsAt + 1);
    }
  }
}
