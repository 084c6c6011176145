package io.ropeway.rest;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.security.PresentedToken;
import io.ropeway.security.http.SameOrigin;
import io.ropeway.service.account.IssuedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;

/** Makes the cookie of a page's session: no script reads it, no other site's form carries it. */
@ApplicationScoped
public class SessionCookie {

  @Inject ForwardedHeaders forwarded;
  @Inject SameOrigin sameOrigin;
  @Inject Clock clock;

  NewCookie of(IssuedToken issued, HttpServletRequest request) {
    Duration life = Duration.between(clock.instant(), issued.expiresAt());
    return cookie(issued.token(), (int) Math.min(life.toSeconds(), Integer.MAX_VALUE), request);
  }

  NewCookie none(HttpServletRequest request) {
    return cookie("", 0, request);
  }

  private NewCookie cookie(String value, int maxAgeSeconds, HttpServletRequest request) {
    return new NewCookie.Builder(PresentedToken.COOKIE)
        .value(value)
        .path("/")
        .maxAge(maxAgeSeconds)
        .httpOnly(true)
        .secure(sameOrigin.isSecure(forwarded.resolve(request)))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
