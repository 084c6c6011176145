package io.ropeway.service.support.event;

import io.ropeway.session.Identity;
import java.util.Set;

/**
 * Somebody who listens at the desk, and by what right: whoever may follow a stream may see what it
 * tells of.
 *
 * @param identity whom the subscription speaks for; a contact by one of its contact inboxes
 * @param isUser whether it is a user of the account, and not a contact
 * @param personId the id of the user, or of the contact
 * @param streams what they may follow
 */
public record DeskListener(
    Identity identity, boolean isUser, long accountId, long personId, Set<String> streams) {

  public DeskListener {
    streams = Set.copyOf(streams);
  }

  /** As what they are present at the account's place. */
  public String presentAs() {
    return isUser ? Rosters.user(personId) : Rosters.contact(personId);
  }
}
