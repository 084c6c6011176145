package io.ropeway.rest;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.security.PresentedToken;
import io.ropeway.security.http.SameOrigin;
import io.ropeway.service.account.IssuedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;

/** Makes the cookie of a page's session: no script reads it, no other site's form carries it. */
@ApplicationScoped
public class SessionCookie {

  @Inject ForwardedHeaders forwarded;
  @Inject SameOrigin sameOrigin;
  @Inject Clock clock;

  /** The header that sets it. */
  String of(IssuedToken issued, HttpServletRequest request) {
    Duration life = Duration.between(clock.instant(), issued.expiresAt());
    return header(issued.token(), life.toSeconds(), request);
  }

  /** The header that takes it away. */
  String none(HttpServletRequest request) {
    return header("", 0, request);
  }

  private String header(String value, long maxAgeSeconds, HttpServletRequest request) {
    return PresentedToken.COOKIE
        + "="
        + value
        + "; Path=/; Max-Age="
        + maxAgeSeconds
        + "; HttpOnly; SameSite=Lax"
        + (sameOrigin.isSecure(forwarded.resolve(request)) ? "; Secure" : "");
  }
}
