package io.ropeway.endpoint.sse;

import io.ropeway.security.http.Problem;
import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection that is the answer to one HTTP request. */
abstract class HttpConnection implements Connection {

  private static final int ABNORMAL = 1006;
  private static final String RETRY_SECONDS = "2";

  private final Reply reply;
  private @Nullable ConnectionListener listener; // guarded by this
  private boolean gone; // guarded by this
  private volatile boolean refused;
  private volatile int closeCode = ABNORMAL;

  HttpConnection(AsyncContext context) {
    this.reply = new Reply(context, this::written, this::gone);
  }

  /** Begins to answer, and tells the listener what happens. On the request's own thread. */
  void start(ConnectionListener told) throws IOException {
    boolean goneAlready;
    synchronized (this) {
      listener = told;
      goneAlready = gone;
    }
    if (goneAlready) {
      told.closed(closeCode);
    } else {
      reply.start();
    }
  }

  Reply reply() {
    return reply;
  }

  /** The stream may not be read; what a client is told that has heard nothing yet. */
  void refuse() {
    refused = true;
  }

  /** Whether the answer has begun, so that its status cannot be changed any more. */
  abstract boolean isCommitted();

  @Override
  public void close(int code, String reason) {
    closeCode = code;
    if (isCommitted()) {
      reply.end();
    } else if (refused) {
      answer(new Problem(404, "Not Found", "There is no such stream."), null);
    } else {
      switch (reason) {
        case "unauthorized", "token_expired" ->
            answer(new Problem(401, "Unauthorized", "The token is unknown or has ended."), null);
        case "too_many_connections" ->
            answer(
                new Problem(429, "Too Many Requests", "This identity has too many connections."),
                RETRY_SECONDS);
        default ->
            answer(
                new Problem(503, "Service Unavailable", "This cannot be answered now."),
                RETRY_SECONDS);
      }
    }
  }

  /** Answers with an error, and nothing after. */
  void answer(Problem problem, @Nullable String retryAfter) {
    reply.head(
        response -> {
          response.setStatus(problem.status());
          response.setContentType(Problem.MEDIA_TYPE);
          if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"ropeway\"");
          }
          if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter);
          }
        });
    reply.write(problem.toJson().getBytes(StandardCharsets.UTF_8));
    reply.end();
  }

  /** HTTP has no ping that a client's machine answers: one that takes what it is sent is there. */
  @Override
  public void probe(int number) {
    ConnectionListener told = told();
    if (told != null && reply.isIdle()) {
      told.pong(number);
    }
  }

  @Override
  public void terminate() {
    reply.abort();
  }

  private void written() {
    ConnectionListener told = told();
    if (told != null) {
      told.sent();
    }
  }

  private void gone() {
    ConnectionListener told;
    synchronized (this) {
      gone = true;
      told = listener;
    }
    if (told != null) {
      told.closed(closeCode);
    }
  }

  private synchronized @Nullable ConnectionListener told() {
    return listener;
  }
}
