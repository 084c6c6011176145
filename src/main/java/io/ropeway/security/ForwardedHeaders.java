package io.ropeway.security;

import io.ropeway.config.HttpSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port}, and believes them
 * only as far as they were written by a proxy of {@code ropeway.http.trusted-proxies}.
 *
 * <p>Each proxy appends what it saw, so the lists are read from their right end: an entry counts if
 * everything to its right is a trusted proxy. What a client wrote itself stands further left and is
 * never reached. Safe for all threads.
 */
@ApplicationScoped
public class ForwardedHeaders {

  @Inject HttpSettings settings;
  private List<IpRange> trusted = List.of();

  @PostConstruct
  void readSettings() {
    try {
      trusted = settings.trustedProxies().stream().map(IpRange::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "Set ropeway.http.trusted-proxies to addresses or CIDR blocks: " + e.getMessage(), e);
    }
  }

  /** The request's true scheme, host, port and remote address. */
  public RequestOrigin resolve(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    RequestOrigin direct =
        new RequestOrigin(
            request.getScheme(),
            host(request.getServerName()),
            request.getServerPort(),
            IpRange.literal(peer).map(InetAddress::getHostAddress).orElse(peer));
    if (trusted.isEmpty() || !isTrusted(peer)) {
      return direct;
    }
    List<String> addresses = entries(request, "X-Forwarded-For");
    int proxies = 1;
    String client = direct.remoteAddress();
    for (int i = addresses.size() - 1; i >= 0; i--) {
      Optional<InetAddress> address = IpRange.literal(withoutPort(addresses.get(i)));
      if (address.isEmpty()) {
        break;
      }
      client = address.get().getHostAddress();
      if (!isTrusted(client)) {
        break;
      }
      proxies++;
    }
    return addressed(request, direct, proxies, client);
  }

  private static RequestOrigin addressed(
      HttpServletRequest request, RequestOrigin direct, int proxies, String client) {
    String scheme =
        outermost(request, "X-Forwarded-Proto", proxies)
            .map(ForwardedHeaders::scheme)
            .orElse(direct.scheme());
    Optional<String> forwardedHost = outermost(request, "X-Forwarded-Host", proxies);
    String host = forwardedHost.map(value -> host(withoutPort(value))).orElse(direct.host());
    boolean standardPort =
        forwardedHost.isPresent() || direct.port() == standardPort(direct.scheme());
    int port =
        outermost(request, "X-Forwarded-Port", proxies)
            .or(() -> forwardedHost.map(ForwardedHeaders::portOf))
            .flatMap(ForwardedHeaders::number)
            .orElse(standardPort ? standardPort(scheme) : direct.port());
    return new RequestOrigin(scheme, host, port, client);
  }

  private boolean isTrusted(String address) {
    Optional<InetAddress> literal = IpRange.literal(address);
    return literal.isPresent() && trusted.stream().anyMatch(range -> range.contains(literal.get()));
  }

  /** The value that the outermost trusted proxy wrote. */
  private static Optional<String> outermost(
      HttpServletRequest request, String header, int proxies) {
    List<String> values = entries(request, header);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(Math.max(0, values.size() - proxies)));
  }

  private static List<String> entries(HttpServletRequest request, String header) {
    List<String> entries = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(header))) {
      for (String entry : line.split(",", -1)) {
        if (!entry.isBlank()) {
          entries.add(entry.strip());
        }
      }
    }
    return entries;
  }

  private static String withoutPort(String entry) {
    if (entry.startsWith("[")) {
      int end = entry.indexOf(']');
      return end < 0 ? entry : entry.substring(1, end);
    }
    int colon = entry.indexOf(':');
    return colon >= 0 && colon == entry.lastIndexOf(':') ? entry.substring(0, colon) : entry;
  }

  private static String portOf(String entry) {
    String host = withoutPort(entry);
    int start = entry.startsWith("[") ? host.length() + 3 : host.length() + 1;
    return start < entry.length() ? entry.substring(start) : "";
  }

  private static int standardPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** Some proxies name the WebSocket's scheme. */
  private static @Nullable String scheme(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "https", "wss" -> "https";
      case "http", "ws" -> "http";
      default -> null;
    };
  }

  private static Optional<Integer> number(String text) {
    try {
      int value = Integer.parseInt(text);
      return value > 0 && value < 65_536 ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Lower case, and an IPv6 address in brackets, as it stands in an origin. */
  private static String host(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.indexOf(':') >= 0 && !lower.startsWith("[") ? "[" + lower + "]" : lower;
  }
}
