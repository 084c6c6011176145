package io.ropeway.endpoint.sse;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.security.RequestOrigin;
import io.ropeway.security.http.Cors;
import io.ropeway.security.http.SameOrigin;
import io.ropeway.session.HandshakeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads a request as authenticators want to see it. The cookie counts if no other site's page could
 * read the answer: with an Origin of our own or one that may call the API, or without any, as
 * browsers ask their own site.
 */
@ApplicationScoped
public class ReaderRequest {

  @Inject ForwardedHeaders forwarded;
  @Inject SameOrigin sameOrigin;
  @Inject Cors cors;

  HandshakeRequest read(HttpServletRequest request) throws URISyntaxException {
    RequestOrigin self = forwarded.resolve(request);
    String origin = request.getHeader("Origin");
    boolean cookie = origin == null || sameOrigin.matches(origin, self) || cors.names(origin);
    List<String> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      if (cookie || !name.equalsIgnoreCase("Cookie")) {
        for (String value : Collections.list(request.getHeaders(name))) {
          headers.add(name);
          headers.add(value);
        }
      }
    }
    if (origin == null) {
      headers.add("Origin");
      headers.add(self.origin());
    }
    String query = request.getQueryString();
    URI uri = new URI(self.origin() + request.getRequestURI() + (query == null ? "" : "?" + query));
    return new HandshakeRequest(uri, self.remoteAddress(), headers);
  }
}
