package io.ropeway.security.http;

import io.ropeway.config.HttpSettings;
import io.ropeway.security.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which origin is our own: the one that the request was addressed to, and that of {@code
 * ropeway.http.public-url}.
 */
@ApplicationScoped
public class SameOrigin {

  @Inject HttpSettings settings;

  /** Whether a page of that origin is one of ours. */
  public boolean matches(String origin, RequestOrigin request) {
    Optional<String> normal = of(origin);
    return normal.isPresent()
        && (normal.get().equals(request.origin())
            || normal.equals(settings.publicUrl().flatMap(SameOrigin::of)));
  }

  /** Whether people reach this server by HTTPS, as far as this request or the settings tell. */
  public boolean isSecure(RequestOrigin request) {
    return request.secure() || isPublicUrlSecure();
  }

  /** Whether the address that people type begins with {@code https}. */
  public boolean isPublicUrlSecure() {
    return settings
        .publicUrl()
        .map(url -> url.toLowerCase(Locale.ROOT).startsWith("https:"))
        .orElse(false);
  }

  /**
   * The origin of a URL or an origin, as browsers write it; empty for {@code null} and nonsense.
   */
  static Optional<String> of(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getScheme() == null || uri.getHost() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int standard = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
      String port = uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
