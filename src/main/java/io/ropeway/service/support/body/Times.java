package io.ropeway.service.support.body;

import jakarta.json.JsonNumber;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as the desk's clients read them. */
public final class Times {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final JsonProvider JSON = JsonProvider.provider();

  private Times() {}

  /** Whole seconds since 1970; 0 for never. */
  public static long seconds(@Nullable Instant time) {
    return time == null ? 0 : time.getEpochSecond();
  }

  /** Whole seconds since 1970; null for never. */
  public static @Nullable Long secondsOrNull(@Nullable Instant time) {
    return time == null ? null : time.getEpochSecond();
  }

  /** With milliseconds, in UTC; null for never. */
  public static @Nullable String iso(@Nullable Instant time) {
    return time == null ? null : ISO.format(time);
  }

  /** Seconds since 1970 with microseconds, by which clients tell the newer of two states. */
  public static JsonNumber decimal(Instant time) {
    BigDecimal micros = BigDecimal.valueOf(time.getNano() / 1_000, 6);
    return JSON.createValue(BigDecimal.valueOf(time.getEpochSecond()).add(micros));
  }
}
