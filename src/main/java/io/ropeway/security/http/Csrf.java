package io.ropeway.security.http;

import io.ropeway.security.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that change something on the strength of the cookie alone, unless they come from
 * a page of ours (Origin, or Referer where there is none) or carry {@code X-CSRF-Token}.
 */
@ApplicationScoped
public class Csrf {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Inject SameOrigin sameOrigin;

  /**
   * Answers a forged request with 403.
   *
   * @return whether it did
   */
  boolean refuse(HttpServletRequest request, HttpServletResponse response, RequestOrigin self)
      throws IOException {
    if (SAFE.contains(request.getMethod())) {
      return false;
    }
    Optional<RequestCredential> credential = RequestCredential.of(request);
    if (credential.isEmpty()
        || !credential.get().isCookie()
        || isFromOurPage(request, self)
        || CsrfToken.matches(request.getHeader("X-CSRF-Token"), credential.get().token())) {
      return false;
    }
    new Problem(
            403,
            "Forbidden",
            "Requests with the cookie need a same-origin Origin or the X-CSRF-Token of /api/me.")
        .send(response);
    return true;
  }

  private boolean isFromOurPage(HttpServletRequest request, RequestOrigin self) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return sameOrigin.matches(origin, self);
    }
    String referer = request.getHeader("Referer");
    return referer != null && sameOrigin.matches(referer, self);
  }
}
