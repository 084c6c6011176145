package io.ropeway.rest.support;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file, as {@code Range} asks for it (RFC 9110, 14.1.2).
 *
 * @param first the first byte
 * @param last the last byte, which is in it
 */
record ByteRange(int first, int last) {

  /** Cannot be satisfied: nothing of the file is in it. */
  static final ByteRange NOTHING = new ByteRange(0, -1);

  private static final Pattern SHAPE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  /** What is asked for; empty for the whole file, which also answers what cannot be read. */
  static Optional<ByteRange> of(@Nullable String header, int length) {
    Matcher matcher = SHAPE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      int suffix = Integer.parseInt(matcher.group(2));
      return Optional.of(
          suffix == 0 ? NOTHING : new ByteRange(Math.max(0, length - suffix), length - 1));
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2).isEmpty() ? length - 1 : Integer.parseInt(matcher.group(2));
    if (!matcher.group(2).isEmpty() && last < first) {
      return Optional.empty();
    }
    return Optional.of(
        first >= length ? NOTHING : new ByteRange(first, Math.min(last, length - 1)));
  }

  int length() {
    return last - first + 1;
  }
}
