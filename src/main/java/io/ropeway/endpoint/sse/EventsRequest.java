package io.ropeway.endpoint.sse;

import io.ropeway.channel.StreamQuery;
import io.ropeway.channel.StreamQuery.Start;
import io.ropeway.protocol.sse.PositionText;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a stream.
 *
 * @param stream the name in the path
 * @param start after which position
 * @param isFeed whether as Server-Sent Events, without end
 * @param limit how many events a page has at most
 * @param patience how long to wait for the first one
 */
record EventsRequest(String stream, Start start, boolean isFeed, int limit, Duration patience) {

  private static final String SUFFIX = "/events";
  private static final String FLOOR = "0";
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;
  private static final int LONGEST_SECONDS = 30;

  /** Says in one sentence what is wrong with a request. */
  static final class InvalidException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidException(String sentence) {
      super(sentence);
    }
  }

  /** The name in a path {@code /<name>/events}, if it is one. */
  static Optional<String> stream(HttpServletRequest request) {
    String prefix = request.getContextPath() + request.getServletPath() + "/";
    String path = request.getRequestURI();
    if (!path.startsWith(prefix)
        || !path.endsWith(SUFFIX)
        || path.length() <= prefix.length() + SUFFIX.length()) {
      return Optional.empty();
    }
    String name = path.substring(prefix.length(), path.length() - SUFFIX.length());
    try {
      // In a path a plus sign is one.
      return Optional.of(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static EventsRequest of(String stream, HttpServletRequest request) throws InvalidException {
    String accept = request.getHeader("Accept");
    boolean feed = accept != null && accept.contains("text/event-stream");
    String after = request.getParameter("after");
    String last = request.getHeader("Last-Event-ID");
    Start start = start(stream, after);
    if (feed && last != null && !last.isEmpty()) { // a client that comes back to the same URL
      start = position(stream, last).orElse(new Start.After("", 0));
    }
    int limit = number("limit", request.getParameter("limit"), PAGE);
    if (limit < 1) {
      throw new InvalidException("limit is at least 1.");
    }
    int wait = number("wait", request.getParameter("wait"), 0);
    return new EventsRequest(
        stream,
        start,
        feed,
        Math.min(limit, LARGEST_PAGE),
        // Without a position, to learn one is what was asked for.
        Duration.ofSeconds(start instanceof Start.Head ? 0 : Math.min(wait, LONGEST_SECONDS)));
  }

  StreamQuery query() {
    return new StreamQuery(stream, start);
  }

  private static Start start(String stream, @Nullable String after) throws InvalidException {
    if (after == null || after.isEmpty()) {
      return new Start.Head();
    }
    if (after.equals(FLOOR)) {
      return new Start.Floor();
    }
    return position(stream, after)
        .orElseThrow(() -> new InvalidException("after is <epoch>:<offset>, or 0."));
  }

  private static Optional<Start> position(String stream, String text) {
    return PositionText.read(stream, text).map(at -> new Start.After(at.epoch(), at.offset()));
  }

  private static int number(String name, @Nullable String text, int otherwise)
      throws InvalidException {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new InvalidException(name + " is a whole number.");
  }
}
