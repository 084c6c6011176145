package io.ropeway.service.chat;

import io.ropeway.persistence.chat.Message;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as everybody in its room sees it, in the API and in events alike.
 *
 * @param room the room's slug
 * @param text what was said; empty when deleted
 * @param clientMessageId the name that the sender's program gave it, or null
 * @param edited whether the text is not the first one
 */
@JsonbNillable
public record MessageView(
    long id,
    String room,
    String text,
    PersonView sender,
    @Nullable String clientMessageId,
    Instant createdAt,
    Instant updatedAt,
    boolean edited,
    boolean deleted) {

  static MessageView of(Message message, String room) {
    return new MessageView(
        message.id(),
        room,
        message.body(),
        PersonView.of(message.sender()),
        message.clientMessageId().orElse(null),
        message.createdAt(),
        message.updatedAt(),
        message.edited(),
        message.deleted());
  }
}
