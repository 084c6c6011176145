package io.ropeway.security;

import io.ropeway.config.CableSettings;
import io.ropeway.session.HandshakeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From which sites' pages connections may be opened. Clients that are no browsers send no Origin
 * and pass; a browser cannot leave it out.
 */
@ApplicationScoped
public class OriginPolicy {

  @Inject CableSettings settings;

  /** Whether the request's origin, if it has one, may connect. */
  public boolean allows(HandshakeRequest request) {
    Optional<String> origin = request.header("origin");
    return origin.isEmpty()
        || (settings.sameHost() && isSameHost(origin.get(), request.uri()))
        || settings.allowedOrigins().stream().anyMatch(rule -> matches(rule, origin.get()));
  }

  /** Whether an origin is the scheme, host and port of the opened URL. */
  static boolean isSameHost(String origin, URI opened) {
    try {
      URI from = URI.create(origin);
      return from.getScheme() != null
          && from.getHost() != null
          && from.getScheme().equalsIgnoreCase(opened.getScheme())
          && from.getHost().equalsIgnoreCase(opened.getHost())
          && port(from) == port(opened);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether an origin fits a rule in which {@code *} stands for any run of characters but "/". */
  static boolean matches(String rule, String origin) {
    if (rule.equals("*")) {
      return true;
    }
    String[] literals = rule.toLowerCase(Locale.ROOT).split("\\*", -1);
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < literals.length; i++) {
      pattern.append(i == 0 ? "" : "[^/]*").append(Pattern.quote(literals[i]));
    }
    return Pattern.matches(pattern.toString(), origin.toLowerCase(Locale.ROOT));
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
