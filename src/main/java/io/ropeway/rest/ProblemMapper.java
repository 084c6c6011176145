package io.ropeway.rest;

import io.ropeway.security.http.Problem;
import io.ropeway.service.Refusal;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/**
 * Makes every error an {@code application/problem+json}. What is our own fault is logged and
 * answered without any detail.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOGGER = System.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refused(refusal);
    }
    if (isUnreadable(failure)) {
      return problem(400, "The body is no JSON of the expected shape.").build();
    }
    if (failure instanceof WebApplicationException e) {
      return refusedByServer(e);
    }
    LOGGER.log(System.Logger.Level.ERROR, "A request failed", failure);
    return problem(500, "Something went wrong here.").build();
  }

  private static Response refused(Refusal refusal) {
    int status =
        switch (refusal.reason()) {
          case NOT_FOUND -> 404;
          case FORBIDDEN -> 403;
          case INVALID -> 400;
          case CONFLICT -> 409;
          case TOO_MANY -> 429;
          case UNAVAILABLE -> 503;
          case UNAUTHENTICATED -> 401;
        };
    Response.ResponseBuilder response = problem(status, refusal.getMessage());
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ropeway\"");
    }
    if (status == 503) {
      LOGGER.log(
          System.Logger.Level.DEBUG, "A request was refused: " + refusal.getMessage(), refusal);
    }
    refusal
        .retryAfter()
        .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
    return response.build();
  }

  /** Keeps what the answer says beside its body, such as the methods that are allowed. */
  private static Response refusedByServer(WebApplicationException e) {
    Response original = e.getResponse();
    int status = original.getStatus();
    if (status < 400) {
      return original;
    }
    Response.ResponseBuilder response = problem(status, detail(status, e));
    String allow = original.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) {
      response.header(HttpHeaders.ALLOW, allow);
    }
    return response.build();
  }

  private static String detail(int status, WebApplicationException e) {
    return switch (status) {
      case 400 -> "The request cannot be read.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not know that method.";
      case 406 -> "Answers are application/json.";
      case 413 -> String.valueOf(e.getMessage());
      case 415 -> "The body must be application/json.";
      default -> "The request was refused.";
    };
  }

  private static boolean isUnreadable(Throwable failure) {
    boolean reading =
        failure instanceof ProcessingException || failure instanceof WebApplicationException;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof JsonbException || t instanceof JsonException) {
        return true;
      }
    }
    return reading && failure instanceof ProcessingException;
  }

  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  private static Response.ResponseBuilder problem(int status, String detail) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .entity(new Problem(status, title, detail).toJson());
  }
}
