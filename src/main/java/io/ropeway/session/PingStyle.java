package io.ropeway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants to be pinged (AnyCable 1.6: {@code ?pi=} and {@code ?ptp=}).
 *
 * @param interval between two pings; null for the node's own
 * @param precision the unit of the time that they carry
 */
public record PingStyle(@Nullable Duration interval, Precision precision) {

  /** The node's own interval, and whole seconds. */
  public static final PingStyle STANDARD = new PingStyle(null, Precision.SECONDS);

  private static final int LONGEST_SECONDS = 60;

  /** Units of time since 1970. */
  public enum Precision {
    SECONDS,
    MILLISECONDS,
    NANOSECONDS;

    /** A time in this unit. */
    long of(Instant time) {
      return switch (this) {
        case SECONDS -> time.getEpochSecond();
        case MILLISECONDS -> time.toEpochMilli();
        case NANOSECONDS -> time.getEpochSecond() * 1_000_000_000L + time.getNano();
      };
    }
  }

  /** What a handshake's query asks for; what makes no sense there is not asked for. */
  public static PingStyle of(HandshakeRequest request) {
    Optional<Duration> interval = request.parameter("pi").flatMap(PingStyle::interval);
    Precision precision =
        request.parameter("ptp").map(PingStyle::precision).orElse(Precision.SECONDS);
    return interval.isEmpty() && precision == Precision.SECONDS
        ? STANDARD
        : new PingStyle(interval.orElse(null), precision);
  }

  private static Optional<Duration> interval(String seconds) {
    try {
      int value = Integer.parseInt(seconds);
      return value < 1
          ? Optional.empty()
          : Optional.of(Duration.ofSeconds(Math.min(value, LONGEST_SECONDS)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Precision precision(String unit) {
    return switch (unit) {
      case "ms" -> Precision.MILLISECONDS;
      case "ns" -> Precision.NANOSECONDS;
      default -> Precision.SECONDS;
    };
  }
}
