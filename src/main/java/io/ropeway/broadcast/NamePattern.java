package io.ropeway.broadcast;

/**
 * A pattern of stream names, in which {@code *} stands for any run of characters. Names that begin
 * with {@code $} are the server's own: only a pattern that begins so too fits them.
 */
public final class NamePattern {

  private final String[] parts;

  public NamePattern(String pattern) {
    this.parts = pattern.split("\\*", -1);
  }

  /** Whether a name fits. */
  public boolean matches(String name) {
    String first = parts[0];
    if (first.isEmpty() && name.startsWith("$")) {
      return false;
    }
    String last = parts[parts.length - 1];
    if (parts.length == 1) {
      return name.equals(first);
    }
    if (name.length() < first.length() + last.length()
        || !name.startsWith(first)
        || !name.endsWith(last)) {
      return false;
    }
    int from = first.length();
    int end = name.length() - last.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = name.indexOf(parts[i], from);
      if (found < 0 || found + parts[i].length() > end) {
        return false;
      }
      from = found + parts[i].length();
    }
    return true;
  }
}
