package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Attachment;
import io.ropeway.persistence.support.AttachmentRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Sender;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.support.event.DeskEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps messages; the caller holds the conversation's lock. */
@ApplicationScoped
class MessageStore {

  @Inject SupportMessageRepository messages;
  @Inject AttachmentRepository attachments;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** Keeps a message as the conversation's newest one; tells nobody. */
  SupportMessage add(Conversation conversation, Sender sender, int type, Draft draft, Instant now) {
    SupportMessage message = new SupportMessage(conversation, sender, type, draft.content(), now);
    message.contentType(draft.contentType());
    message.contentAttributes(draft.contentAttributes());
    message.echoId(draft.echoId());
    if (draft.privateNote()) {
      message.makePrivate();
    }
    messages.add(message);
    for (StoredFile file : draft.files()) {
      attachments.add(attachment(message, file, now));
    }
    conversation.said(message);
    conversation.touch(now);
    return message;
  }

  /** Keeps a note for the agents of what has happened, and tells them. */
  void activity(Conversation conversation, String text, @Nullable AppUser by) {
    byItself(conversation, SupportMessage.ACTIVITY, text, by);
  }

  /** Keeps what the account says by itself, and tells everybody. */
  void greeting(Conversation conversation, String text) {
    byItself(conversation, SupportMessage.TEMPLATE, text, null);
  }

  private void byItself(Conversation conversation, int type, String text, @Nullable AppUser by) {
    SupportMessage message =
        add(conversation, Sender.NOBODY, type, Draft.of(text, null), clock.now());
    events.messageCreated(conversation, message, by);
  }

  private static Attachment attachment(SupportMessage message, StoredFile file, Instant now) {
    Attachment attachment =
        new Attachment(
            message,
            file.fileType(),
            file.name(),
            file.extension(),
            file.contentType(),
            file.size(),
            file.storageKey(),
            now);
    Integer width = file.width();
    Integer height = file.height();
    if (width != null && height != null) {
      attachment.size(width, height);
    }
    return attachment;
  }
}
