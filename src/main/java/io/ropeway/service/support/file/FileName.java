package io.ropeway.service.support.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names that clients give to files, with nothing of a path or of what a header means in them. */
final class FileName {

  private static final int CHARACTERS = 200;

  private FileName() {}

  /** The last part of what was sent. */
  static String clean(@Nullable String sent) {
    String name = sent == null ? "" : sent;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cs}\"<>|:*?%;]", "_").strip();
    while (name.startsWith(".")) {
      name = name.substring(1);
    }
    if (name.length() > CHARACTERS) {
      name = name.substring(name.length() - CHARACTERS);
    }
    return name.isBlank() ? "file" : name;
  }

  /** What stands behind the last dot, in lower case; null if there is nothing. */
  static @Nullable String extension(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return end.length() < name.length() && end.matches("[a-z0-9]{1,10}") ? end : null;
  }
}
