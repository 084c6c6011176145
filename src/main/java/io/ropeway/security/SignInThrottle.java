package io.ropeway.security;

import io.ropeway.config.TokenSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing passwords slow: after some failures a login, and an address, must wait before the
 * next try, each time twice as long. Keeps the last 10,000 of each and forgets failures after an
 * hour. Safe for all threads.
 *
 * <p>An attempt counts as failed from its beginning, so that many at once are no way around it. A
 * login waits a minute at most: long enough against guessing, too short to lock somebody out.
 */
@ApplicationScoped
public class SignInThrottle {

  private static final int KEPT = 10_000;
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final Duration LOGIN_WAIT = Duration.ofMinutes(1);
  private static final Duration ADDRESS_WAIT = Duration.ofMinutes(15);

  /** One address may be a whole office's. */
  private static final int LOGINS_AN_ADDRESS = 10;

  private static final class Failures {
    private int count;
    private Instant last = Instant.MIN;
    private Instant until = Instant.MIN;
  }

  private static final class Recent extends LinkedHashMap<String, Failures> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > KEPT;
    }
  }

  @Inject TokenSettings settings;
  @Inject Clock clock;

  private final Recent logins = new Recent();
  private final Recent addresses = new Recent();

  /**
   * Begins an attempt.
   *
   * @return how long to wait instead; empty if the attempt may go on
   */
  public synchronized Optional<Duration> enter(String login, String address) {
    int free = settings.signInAttempts();
    if (free <= 0) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Failures ofLogin = recent(logins, login(login), now);
    Failures ofAddress = recent(addresses, network(address), now);
    Instant until = ofLogin.until.isAfter(ofAddress.until) ? ofLogin.until : ofAddress.until;
    if (until.isAfter(now)) {
      return Optional.of(Duration.between(now, until));
    }
    count(ofLogin, free, LOGIN_WAIT, now);
    count(ofAddress, free * LOGINS_AN_ADDRESS, ADDRESS_WAIT, now);
    return Optional.empty();
  }

  /** Ends an attempt well: the login's failures are forgotten, the address has one less. */
  public synchronized void succeeded(String login, String address) {
    logins.remove(login(login));
    Failures ofAddress = addresses.get(network(address));
    if (ofAddress != null) {
      ofAddress.count = Math.max(0, ofAddress.count - 1);
      ofAddress.until = Instant.MIN;
    }
  }

  private static Failures recent(Recent all, String key, Instant now) {
    Failures failures = all.computeIfAbsent(key, ignored -> new Failures());
    if (failures.last.isBefore(now.minus(MEMORY))) {
      failures.count = 0;
    }
    return failures;
  }

  private static void count(Failures failures, int free, Duration longest, Instant now) {
    failures.count++;
    failures.last = now;
    int beyond = failures.count - free;
    if (beyond >= 0) {
      Duration wait = Duration.ofSeconds(1L << Math.min(beyond, 20));
      failures.until = now.plus(wait.compareTo(longest) < 0 ? wait : longest);
    }
  }

  private static String login(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  /** Of IPv6 the first half, which is what one customer is given whole. */
  private static String network(String address) {
    Optional<InetAddress> literal = IpRange.literal(address);
    if (literal.isEmpty() || literal.get().getAddress().length == 4) {
      return address;
    }
    byte[] bytes = literal.get().getAddress();
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      network.append(String.format(Locale.ROOT, "%02x", bytes[i]));
    }
    return network.toString();
  }
}
