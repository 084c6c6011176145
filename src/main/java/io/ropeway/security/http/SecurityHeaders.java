package io.ropeway.security.http;

import io.ropeway.config.HttpSettings;
import io.ropeway.security.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What browsers are told about every answer: run nothing but our own files, show it in nobody's
 * frame, and keep it only if its name changes with its content. The contact widget is there to be
 * shown in frames: of our own pages, and those of {@code ropeway.http.widget-origins}.
 */
@ApplicationScoped
public class SecurityHeaders {

  /** The cable is of the same origin, which {@code 'self'} covers in today's browsers. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors ";

  private static final Set<String> WIDGET = Set.of("/widget/", "/widget/index.html");

  /** The page's build puts a hash of the content before the suffix. */
  private static final Pattern HASHED = Pattern.compile("/assets/.+-[A-Z0-9]{8}\\.[a-z0-9]+");

  @Inject SameOrigin sameOrigin;
  @Inject HttpSettings settings;

  void write(String path, HttpServletResponse response, RequestOrigin self) {
    if (WIDGET.contains(path)) {
      // There is no X-Frame-Options that names other sites.
      response.setHeader("Content-Security-Policy", POLICY + widgetFrames());
    } else {
      response.setHeader("Content-Security-Policy", POLICY + "'none'");
      response.setHeader("X-Frame-Options", "DENY");
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (self.secure() && sameOrigin.isPublicUrlSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (Cors.governs(path)) {
      response.setHeader("Cache-Control", "no-store");
    } else if (HASHED.matcher(path).matches()) {
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else {
      response.setHeader("Cache-Control", "no-cache");
    }
  }

  private String widgetFrames() {
    return settings.widgetOrigins().isEmpty()
        ? "'self'"
        : "'self' " + String.join(" ", settings.widgetOrigins());
  }
}
