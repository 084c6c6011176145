package io.ropeway.service.chat;

import java.util.List;

/**
 * Some of a room's messages.
 *
 * @param messages by ascending id
 * @param hasMore whether there are more in the direction that was asked for
 */
public record MessagePage(List<MessageView> messages, boolean hasMore) {

  public MessagePage {
    messages = List.copyOf(messages);
  }
}
