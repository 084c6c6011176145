package io.ropeway.endpoint.sse;

import io.ropeway.channel.AnonymousAccess;
import io.ropeway.channel.StreamReaders;
import io.ropeway.config.LimitSettings;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.sse.PageCodec;
import io.ropeway.protocol.sse.SseCodec;
import io.ropeway.security.Authentication;
import io.ropeway.security.AuthenticationUnavailableException;
import io.ropeway.security.Authenticators;
import io.ropeway.security.http.Problem;
import io.ropeway.session.Draining;
import io.ropeway.session.HandshakeRequest;
import io.ropeway.session.Identity;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TimerWheel;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/streams/<name>/events}. */
@WebServlet(urlPatterns = "/api/streams/*", asyncSupported = true)
public class EventsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final ProtocolCodec FEED = new SseCodec();
  private static final ProtocolCodec PAGE = new PageCodec();

  @Inject transient ReaderRequest reader;
  @Inject transient Authenticators authenticators;
  @Inject transient AnonymousAccess anonymousAccess;
  @Inject transient StreamReaders readers;
  @Inject transient SessionRegistry sessions;
  @Inject transient Draining draining;
  @Inject transient TimerWheel timers;
  @Inject transient LimitSettings limits;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> stream = EventsRequest.stream(request);
    if (stream.isEmpty()) {
      new Problem(404, "Not Found", "There is nothing at this address.").send(response);
    } else if (!request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET");
      new Problem(405, "Method Not Allowed", "Events are read by GET.").send(response);
    } else if (draining.hasBegun() || sessions.isFull()) {
      unavailable(response);
    } else {
      read(stream.get(), request, response);
    }
  }

  private void read(String stream, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    EventsRequest asked;
    HandshakeRequest handshake;
    Authentication authentication;
    try {
      handshake = reader.read(request);
      authentication = authenticators.authenticate(handshake);
      asked = EventsRequest.of(stream, request);
    } catch (URISyntaxException e) {
      new Problem(400, "Bad Request", "The request cannot be read.").send(response);
      return;
    } catch (EventsRequest.InvalidException e) {
      new Problem(400, "Bad Request", String.valueOf(e.getMessage())).send(response);
      return;
    } catch (AuthenticationUnavailableException e) {
      unavailable(response);
      return;
    }
    Identity who = identity(authentication);
    if (who == null) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"ropeway\"");
      new Problem(401, "Unauthorized", "Sign in first.").send(response);
    } else {
      answer(asked, handshake, who, request.startAsync());
    }
  }

  private @Nullable Identity identity(Authentication authentication) {
    if (authentication instanceof Authentication.Accepted accepted) {
      return accepted.identity();
    }
    return authentication instanceof Authentication.NotPresented && anonymousAccess.isAllowed()
        ? Identity.anonymous()
        : null;
  }

  private void answer(
      EventsRequest asked, HandshakeRequest handshake, Identity who, AsyncContext context)
      throws IOException {
    HttpConnection connection =
        asked.isFeed()
            ? new SseConnection(context)
            : new PageConnection(context, asked, timers, limits.outboxBytes());
    connection.start(
        readers.open(connection, handshake, who, asked.isFeed() ? FEED : PAGE, asked.query()));
  }

  private static void unavailable(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "2");
    new Problem(503, "Service Unavailable", "This cannot be answered now.").send(response);
  }
}
