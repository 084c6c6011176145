package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Attachment;
import io.ropeway.persistence.support.AttachmentRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.service.support.file.FileStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the texts and files of messages out of a desk, the log of its streams included; the
 * messages stay as marks. Wants a transaction around it.
 */
@ApplicationScoped
public class MessageErasure {

  static final String DELETED = "This message was deleted";

  @Inject ConversationRepository conversations;
  @Inject SupportMessageRepository messages;
  @Inject AttachmentRepository attachments;
  @Inject FileStore files;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** Erases everything that a user has said at any desk; to be called when the name is gone. */
  public void eraseAllOf(AppUser user) {
    Conversation locked = null;
    for (SupportMessage message : messages.saidBy(user.id())) {
      long id = message.conversation().id();
      if (locked == null || locked.id() != id) {
        locked = conversations.lock(id).orElseThrow(DeskAccess::nothing);
      }
      erase(locked, message, null);
    }
  }

  /** Erases a message that is not erased yet; the caller holds the conversation's lock. */
  void erase(Conversation conversation, SupportMessage message, @Nullable AppUser by) {
    message.delete(DELETED);
    message.touch(clock.now());
    List<Attachment> attached =
        attachments.ofMessages(Set.of(message.id())).getOrDefault(message.id(), List.of());
    files.forget(attached.stream().map(Attachment::storageKey).toList());
    attached.forEach(attachments::remove);
    events.messageDeleted(conversation, message, by);
  }
}
