package io.ropeway.protocol;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text that stands in the frames of many, whose UTF-8 bytes are made once. Threads that ask for
 * them first at the same time may make them twice.
 */
public final class SharedText {

  private final String text;
  private byte @Nullable [] utf8;

  public SharedText(String text) {
    this.text = text;
  }

  public int length() {
    return text.length();
  }

  /** Its bytes; not to be written to. */
  byte[] utf8() {
    byte[] known = utf8;
    if (known == null) {
      known = text.getBytes(StandardCharsets.UTF_8);
      utf8 = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return text;
  }
}
