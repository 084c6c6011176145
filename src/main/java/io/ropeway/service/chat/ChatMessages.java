package io.ropeway.service.chat;

import io.ropeway.persistence.chat.Message;
import io.ropeway.persistence.chat.MessageRepository;
import io.ropeway.persistence.chat.Room;
import io.ropeway.persistence.chat.RoomRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.stream.StreamWriters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said in rooms. Each change is stored before it is published, and the changes of one room
 * are published in the order in which they are stored, which their room's log keeps. Blocks for the
 * database; may be called from any thread outside a transaction.
 */
@ApplicationScoped
public class ChatMessages {

  /** The most messages that a page has. */
  public static final int PAGE_AT_MOST = 100;

  @Inject StreamWriters writers;
  @Inject MessageWrites writes;
  @Inject RoomRepository rooms;
  @Inject MessageRepository messages;

  /**
   * Says something. Who says something in a public room becomes a member.
   *
   * @param clientMessageId the sender's own name for the message: a second one of that name is
   *     answered with the first; null for none
   * @throws Refusal NOT_FOUND if there is no such room for the sender, INVALID if the text is empty
   *     or too long
   */
  public PostedMessage post(
      long roomId, Identity sender, @Nullable String text, @Nullable String clientMessageId) {
    String body = ChatText.message(text);
    String clientId = ChatText.clientMessageId(clientMessageId);
    return writers.admit(() -> writes.post(roomId, sender, body, clientId));
  }

  /**
   * Replaces a message's text.
   *
   * @throws Refusal NOT_FOUND, INVALID, FORBIDDEN for anybody but the author and moderators,
   *     CONFLICT if it was deleted
   */
  public MessageView edit(long roomId, long messageId, Identity who, @Nullable String text) {
    String body = ChatText.message(text);
    return writers.admit(() -> writes.edit(roomId, messageId, who, body));
  }

  /**
   * Erases a message's text; the message stays as a mark. Once more changes nothing.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN for anybody but the author and moderators
   */
  public MessageView delete(long roomId, long messageId, Identity who) {
    return writers.admit(() -> writes.delete(roomId, messageId, who));
  }

  /**
   * Some messages of a room that the caller has opened: the newest below {@code before}, or the
   * oldest above {@code after}, or the newest of all.
   *
   * @param limit how many, 1 to 100
   * @throws Refusal INVALID if both ends are given or a number is out of its range
   */
  @UseCase
  public MessagePage page(long roomId, @Nullable Long before, @Nullable Long after, int limit) {
    if (before != null && after != null) {
      throw Refusal.invalid("Give before or after, not both.");
    }
    if (limit < 1 || limit > PAGE_AT_MOST) {
      throw Refusal.invalid("A page has 1 to 100 messages.");
    }
    Room room = rooms.find(roomId).orElseThrow(() -> Refusal.notFound(RoomAccess.NO_SUCH_ROOM));
    List<Message> found =
        new ArrayList<>(
            after != null
                ? messages.after(roomId, after, limit + 1)
                : messages.before(roomId, before == null ? Long.MAX_VALUE : before, limit + 1));
    boolean hasMore = found.size() > limit;
    if (hasMore) {
      found.remove(after != null ? limit : 0);
    }
    return new MessagePage(
        found.stream().map(message -> MessageView.of(message, room.slug())).toList(), hasMore);
  }

  /**
   * Notes that somebody has read a room up to a message; marks never go back. In a public room it
   * makes a member.
   *
   * @throws Refusal NOT_FOUND if there is no such room for them, INVALID if the message is newer
   *     than the newest
   */
  public void markRead(long roomId, Identity who, long messageId) {
    writers.admit(
        () -> {
          writes.markRead(roomId, who, messageId);
          return true;
        });
  }
}
