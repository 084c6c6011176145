package io.ropeway.service.chat;

import io.ropeway.service.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What texts may look like that people and programs send to chat rooms. */
final class ChatText {

  static final int MESSAGE_CHARACTERS = 10_000;
  private static final int NAME_CHARACTERS = 100;
  private static final int CLIENT_ID_CHARACTERS = 100;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

  private ChatText() {}

  /** A message's text: some characters, at most 10,000; emoji count as one. */
  static String message(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid("A message needs a text.");
    }
    if (text.codePointCount(0, text.length()) > MESSAGE_CHARACTERS) {
      throw Refusal.invalid("A message has at most 10,000 characters.");
    }
    return storable(text, "The text");
  }

  /** The name that a program gave its message. */
  static @Nullable String clientMessageId(@Nullable String id) {
    if (id == null) {
      return null;
    }
    if (id.isEmpty() || id.length() > CLIENT_ID_CHARACTERS) {
      throw Refusal.invalid("A clientMessageId has 1 to 100 characters.");
    }
    return storable(id, "The clientMessageId");
  }

  static String slug(@Nullable String slug) {
    if (slug == null || !SLUG.matcher(slug).matches()) {
      throw Refusal.invalid(
          "A slug has 1 to 64 lower-case letters, digits and hyphens, none of these at its ends.");
    }
    return slug;
  }

  static String name(@Nullable String name) {
    if (name == null || name.isBlank() || name.strip().length() > NAME_CHARACTERS) {
      throw Refusal.invalid("A name has 1 to 100 characters.");
    }
    return storable(name.strip(), "The name");
  }

  /** Databases take neither the NUL character nor half of a surrogate pair. */
  private static String storable(String text, String what) {
    boolean broken =
        text.codePoints()
            .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (broken) {
      throw Refusal.invalid(what + " has a character that is none.");
    }
    return text;
  }
}
