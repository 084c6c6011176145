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

  /** What scripts may send. */
  private static final String ASKED =
      "Authorization, Content-Type, Last-Event-ID, X-CSRF-Token, X-Auth-Token, access-token,"
          + " client, uid, api_access_token";

  /** What scripts may read. */
  private static final String TOLD =
      "Location, Retry-After, access-token, token-type, client, expiry, uid";

  @Inject HttpSettings settings;
  @Inject SameOrigin sameOrigin;

  /** Whether a path is of the API, which pages of other sites may call as far as they are let. */
  static boolean governs(String path) {
    return path.startsWith("/api/") || path.startsWith("/auth/") || isOpen(path);
  }

  /**
   * Whether a path is of the contacts' API: its addresses are the secrets, so that any page may
   * call it, always without the cookie (Chatwoot 4.9).
   */
  private static boolean isOpen(String path) {
    return path.startsWith("/public/api/");
  }

  /**
   * Writes the headers that a page of another origin needs.
   *
   * @return whether the request was a preflight and is answered
   */
  boolean answer(
      String path, HttpServletRequest request, HttpServletResponse response, RequestOrigin self)
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
    if (!isOpen(path) && names(origin)) {
      response.setHeader(ALLOW_ORIGIN, origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
    } else if (isOpen(path) || settings.corsOrigins().contains("*")) {
      response.setHeader(ALLOW_ORIGIN, "*");
    } else if (preflight) {
      new Problem(403, "Forbidden", "This origin may not call the API.").send(response);
      return true;
    } else {
      return false;
    }
    if (preflight) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      response.setHeader("Access-Control-Allow-Headers", ASKED);
      response.setHeader("Access-Control-Max-Age", "600");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return true;
    }
    response.setHeader("Access-Control-Expose-Headers", TOLD);
    return false;
  }

  /** Whether this origin is one that may call with the cookie. */
  public boolean names(String origin) {
    return settings.corsOrigins().stream().anyMatch(origin::equalsIgnoreCase);
  }
}
