package io.ropeway.service.support.event;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What listeners say of themselves on the cable. Blocks for the database. */
@UseCase
@ApplicationScoped
public class DeskMarks {

  @Inject ConversationRepository conversations;
  @Inject UserRepository users;
  @Inject DeskTyping typing;

  /**
   * Somebody types in a conversation, or no longer does.
   *
   * @param displayId the number that clients call the conversation
   * @throws Refusal NOT_FOUND if there is no such conversation, or none that they may see
   */
  public void typing(DeskListener who, long displayId, boolean types, boolean inNote) {
    Conversation conversation =
        conversations
            .findByDisplayId(who.accountId(), displayId)
            .filter(found -> mayHear(who, found))
            .orElseThrow(() -> Refusal.notFound("There is no such conversation."));
    if (!who.isUser()) {
      typing.contact(conversation, types);
      return;
    }
    AppUser user =
        users.find(who.personId()).orElseThrow(() -> Refusal.notFound("This user is gone."));
    typing.user(conversation, user, types, inNote);
  }

  private static boolean mayHear(DeskListener who, Conversation conversation) {
    return (who.isUser() ? DeskStreams.staff(conversation) : DeskStreams.contact(conversation))
        .stream().anyMatch(who.streams()::contains);
  }
}
