package io.ropeway.channel.chat;

import io.ropeway.service.chat.MemberView;
import io.ropeway.service.chat.MessageView;
import io.ropeway.service.chat.PersonView;
import io.ropeway.service.chat.RoomView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chat room tells one subscriber alone. */
final class ChatReplies {

  private ChatReplies() {}

  /** Every reply: the event's name and its data. */
  public record Reply(String event, Object data) {}

  /** What somebody sees who comes in. */
  public record State(
      RoomView room,
      List<MemberView> members,
      List<MessageView> messages,
      boolean hasMore,
      @Nullable Long lastReadMessageId,
      List<PersonView> typing) {}

  /** A page of messages, with what was asked for. */
  public record History(
      String room,
      List<MessageView> messages,
      boolean hasMore,
      @Nullable Long before,
      @Nullable Long after) {}

  /**
   * Why an action was not done.
   *
   * @param retryAfter in how many seconds it may be tried again, where that is known
   */
  public record Problem(
      String action, String message, @Nullable String clientMessageId, @Nullable Long retryAfter) {}
}
