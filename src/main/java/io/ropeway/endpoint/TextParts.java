package io.ropeway.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * Joins the parts in which a container hands over a text message, up to a limit. Asked for whole
 * messages, not every container keeps to the size that it is told (Undertow 2.3 does not for text),
 * so a client could have it hold any amount.
 *
 * <p>Not safe for several threads at once.
 */
final class TextParts {

  private final int maxBytes;
  private @Nullable StringBuilder before;
  private long bytes;

  /**
   * @param maxBytes the largest message in bytes of UTF-8
   */
  TextParts(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Takes a part.
   *
   * @return the whole message if the part is its last, else null; null as well if it is too long
   */
  @Nullable String add(String part, boolean last) {
    bytes += utf8Length(part);
    if (isTooLong()) {
      before = null;
      return null;
    }
    if (!last) {
      before = (before == null ? new StringBuilder() : before).append(part);
      return null;
    }
    String message = before == null ? part : before.append(part).toString();
    before = null;
    bytes = 0;
    return message;
  }

  /** Whether a message was longer than the limit; nothing more can be read then. */
  boolean isTooLong() {
    return bytes > maxBytes;
  }

  private static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        length += Character.isSurrogate(c) ? 1 : 2; // a pair is four bytes
      } else if (c >= 0x80) {
        length++;
      }
    }
    return length;
  }
}
