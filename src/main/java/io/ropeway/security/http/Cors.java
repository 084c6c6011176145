package io.ropeway.security.http;

import io.ropeway.config.HttpSettings;
import io.ropeway.security.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of {@code ropeway.http.cors-origins} call the API from the browser (Fetch standard,
 * 3.2). Those that are named may do so with the cookie; {@code *} lets all others in without it.
 */
@ApplicationScoped
public class Cors {

  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  @Inject HttpSettings settings;
  @Inject SameOrigin sameOrigin;

  /**
   * Writes the headers that a page of another origin needs.
   *
   * @return whether the request was a preflight and is answered
   */
  boolean answer(HttpServletRequest request, HttpServletResponse response, RequestOrigin self)
      throws IOException {
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    boolean preflight =
        origin != null
            && request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (origin == null || sameOrigin.matches(origin, self)) {
      return false;
    }
    if (names(origin)) {
      response.setHeader(ALLOW_ORIGIN, origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
    } else if (settings.corsOrigins().contains("*")) {
      response.setHeader(ALLOW_ORIGIN, "*");
    } else if (preflight) {
      new Problem(403, "Forbidden", "This origin may not call the API.").send(response);
      return true;
    } else {
      return false;
    }
    if (preflight) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      response.setHeader(
          "Access-Control-Allow-Headers",
          "Authorization, Content-Type, Last-Event-ID, X-CSRF-Token");
      response.setHeader("Access-Control-Max-Age", "600");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return true;
    }
    response.setHeader("Access-Control-Expose-Headers", "Location, Retry-After");
    return false;
  }

  /** Whether this origin is one that may call with the cookie. */
  public boolean names(String origin) {
    return settings.corsOrigins().stream().anyMatch(origin::equalsIgnoreCase);
  }
}
