package io.ropeway.service.support;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.service.Refusal;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The same change of several conversations, each in a transaction of its own. */
@ApplicationScoped
public class BulkChanges {

  private static final int AT_MOST = 100;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject ConversationChanges changes;
  @Inject ConversationAssignments assignments;
  @Inject ConversationLabels labels;

  /**
   * Changes what the agent may open; what is missing is passed over.
   *
   * @throws Refusal INVALID, NOT_FOUND for who is not of the account
   */
  public void change(Identity who, long accountId, BulkChange change) {
    if (change.displayIds().size() > AT_MOST) {
      throw Refusal.invalid("At most 100 conversations at once.");
    }
    String status = change.status();
    Statuses.check(status);
    transactions.read(() -> access.agent(who, accountId));
    for (long displayId : change.displayIds()) {
      try {
        transactions.change(() -> change(access.agent(who, accountId), displayId, change));
      } catch (Refusal refusal) {
        if (refusal.reason() != Refusal.Reason.NOT_FOUND) {
          throw refusal;
        }
      }
    }
  }

  private void change(Agent agent, long displayId, BulkChange change) {
    Conversation conversation = access.lock(agent, displayId);
    Long teamId = change.teamId();
    if (teamId != null) {
      assignments.assignTeam(conversation, orNull(teamId), agent);
    }
    Long assigneeId = change.assigneeId();
    if (assigneeId != null) {
      assignments.assign(conversation, orNull(assigneeId), agent);
    }
    String status = change.status();
    if (status != null) {
      changes.change(conversation, status, null, agent);
    }
    if (!change.addLabels().isEmpty()) {
      labels.add(conversation, change.addLabels(), agent);
    }
  }

  private static @Nullable Long orNull(long id) {
    return id == 0 ? null : Long.valueOf(id);
  }
}
