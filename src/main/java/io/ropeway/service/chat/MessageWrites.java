package io.ropeway.service.chat;

import io.ropeway.persistence.chat.Message;
import io.ropeway.persistence.chat.MessageRepository;
import io.ropeway.persistence.chat.Room;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.audit.Audit;
import io.ropeway.service.chat.RoomAccess.Entrance;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of {@link ChatMessages} that change something. The room's lock gives its
 * messages' ids the order of their commits.
 */
@UseCase
@ApplicationScoped
class MessageWrites {

  private static final String NO_SUCH_MESSAGE = "There is no such message.";

  @Inject RoomAccess access;
  @Inject MessageRepository messages;
  @Inject ChatEvents events;
  @Inject Audit audit;

  PostedMessage post(long roomId, Identity sender, String text, @Nullable String clientMessageId) {
    Entrance entrance = access.lock(roomId, sender);
    Room room = entrance.room();
    if (clientMessageId != null) {
      Optional<Message> first =
          messages.findByClientId(roomId, entrance.user().id(), clientMessageId);
      if (first.isPresent()) {
        return new PostedMessage(MessageView.of(first.get(), room.slug()), true);
      }
    }
    access.join(entrance);
    Message message = new Message(room, entrance.user(), clientMessageId, text, access.now());
    messages.add(message);
    room.lastMessageId(message.id());
    MessageView view = MessageView.of(message, room.slug());
    events.created(roomId, view);
    return new PostedMessage(view, false);
  }

  MessageView edit(long roomId, long messageId, Identity who, String text) {
    Entrance entrance = access.lock(roomId, who);
    Message message = changeable(entrance, messageId);
    if (message.deleted()) {
      throw Refusal.conflict("A deleted message cannot be edited.");
    }
    if (message.body().equals(text)) {
      return MessageView.of(message, entrance.room().slug());
    }
    message.edit(text, access.now());
    MessageView view = MessageView.of(message, entrance.room().slug());
    events.updated(roomId, view);
    return view;
  }

  MessageView delete(long roomId, long messageId, Identity who) {
    Entrance entrance = access.lock(roomId, who);
    Message message = changeable(entrance, messageId);
    if (message.deleted()) {
      return MessageView.of(message, entrance.room().slug());
    }
    if (message.sender().id() != entrance.user().id()) {
      audit.note(entrance.user(), "message.delete", "message:" + messageId);
    }
    message.delete(access.now());
    MessageView view = MessageView.of(message, entrance.room().slug());
    events.deleted(roomId, view);
    return view;
  }

  void markRead(long roomId, Identity who, long messageId) {
    Entrance entrance = access.hold(roomId, who);
    if (messageId < 1 || messageId > entrance.room().lastMessageId()) {
      throw Refusal.invalid("There is no such message.");
    }
    Entrance joined = access.join(entrance);
    boolean moved = joined.member().map(member -> member.readUpTo(messageId)).orElse(false);
    if (moved) {
      events.read(roomId, joined.room().slug(), PersonView.of(joined.user()), messageId);
    }
  }

  private Message changeable(Entrance entrance, long messageId) {
    Message message =
        messages
            .find(entrance.room().id(), messageId)
            .orElseThrow(() -> Refusal.notFound(NO_SUCH_MESSAGE));
    if (message.sender().id() != entrance.user().id() && !entrance.moderates()) {
      throw Refusal.forbidden("Only its author or a moderator may change a message.");
    }
    return message;
  }
}
