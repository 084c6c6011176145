package io.ropeway.security.http;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.security.RequestOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Every request but a WebSocket handshake passes here before anything else looks at it. */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class HttpGuard extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient ForwardedHeaders forwarded;
  @Inject transient SecurityHeaders headers;
  @Inject transient Cors cors;
  @Inject transient Csrf csrf;
  @Inject transient PageCache pages;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isWebSocketHandshake(request)) {
      chain.doFilter(request, response);
      return;
    }
    RequestOrigin origin = forwarded.resolve(request);
    String path = path(request);
    headers.write(path, response, origin);
    if ((Cors.governs(path) && cors.answer(path, request, response, origin))
        || csrf.refuse(request, response, origin)
        || pages.answer(path, request, response)) {
      return;
    }
    chain.doFilter(request, response);
  }

  /** Any other {@code Upgrade}, such as {@code h2c}, goes with an ordinary request. */
  private static boolean isWebSocketHandshake(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /** The path within the application, decoded as it is for choosing what serves it. */
  private static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}
