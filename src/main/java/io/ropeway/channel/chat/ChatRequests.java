package io.ropeway.channel.chat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What clients send to a chat room. */
final class ChatRequests {

  private static final int DEFAULT_PAGE = 50;

  private ChatRequests() {}

  /** The identifier's parameters. */
  public record Join(@NotBlank String room) {}

  /** Says something. */
  public record Speak(@NotNull String text, @Nullable String clientMessageId) {}

  /** Replaces what was said. */
  public record Edit(@NotNull Long messageId, @NotNull String text) {}

  /** Takes back what was said. */
  public record Delete(@NotNull Long messageId) {}

  /** Began or ended typing. */
  public record Typing(boolean typing) {}

  /** Has read everything up to a message. */
  public record Read(@NotNull Long messageId) {}

  /** Asks for older or newer messages. */
  public record History(
      @Nullable Long before, @Nullable Long after, @Nullable @Min(1) @Max(100) Integer limit) {

    int limitOrDefault() {
      return limit == null ? DEFAULT_PAGE : limit;
    }
  }
}
