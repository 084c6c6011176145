package io.ropeway.endpoint.sse;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.StreamPosition;
import io.ropeway.protocol.sse.PageCodec;
import io.ropeway.protocol.sse.PositionText;
import io.ropeway.security.http.Problem;
import io.ropeway.session.TimerWheel;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.servlet.AsyncContext;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A page of JSON: complete when it is full, when all that was missed is on it, or, if there was
 * nothing, when something comes or the client's patience ends.
 */
final class PageConnection extends HttpConnection {

  private final String stream;
  private final EventsRequest asked;
  private final TimerWheel timers;
  private final int maxChars;

  // All below is guarded by this.
  private final StringBuilder events = new StringBuilder();
  private String next = "";
  private int count;
  private boolean waitsForOne;
  private boolean finished;
  private @Nullable Timeout timeout;

  /**
   * @param maxChars after how much a page is full, whatever is asked for
   */
  PageConnection(AsyncContext context, EventsRequest asked, TimerWheel timers, int maxChars) {
    super(context);
    this.stream = asked.stream();
    this.asked = asked;
    this.timers = timers;
    this.maxChars = maxChars;
  }

  @Override
  public synchronized boolean send(EncodedFrame frame) {
    if (!finished) {
      take(PageCodec.Part.of(frame));
    }
    return true;
  }

  private void take(PageCodec.Part part) {
    switch (part.kind()) {
      case START -> next = part.position();
      case EVENT -> add(part);
      case CAUGHT_UP -> caughtUp();
      case GONE -> {
        finished = true;
        answer(
            new Problem(
                410, "Gone", "What came after this position is not there any more; begin anew."),
            null);
      }
      case REFUSED -> refuse();
      case NOTHING -> {
        // Nothing of it belongs on a page.
      }
    }
  }

  private void add(PageCodec.Part part) {
    events.append(count == 0 ? "" : ",").append(part.json());
    next = part.position();
    count++;
    if (waitsForOne || count >= asked.limit() || events.length() >= maxChars) {
      finish();
    }
  }

  private void caughtUp() {
    if (count > 0 || asked.patience().isZero()) {
      finish();
    } else {
      waitsForOne = true;
      timeout = timers.after(asked.patience(), this::giveUp);
    }
  }

  private synchronized void giveUp() {
    if (!finished) {
      finish();
    }
  }

  private void finish() {
    finished = true;
    if (timeout != null) {
      timeout.cancel();
    }
    StringBuilder page = new StringBuilder(events.length() + 128).append("{\"stream\":");
    JsonText.quote(page, stream);
    page.append(",\"epoch\":");
    JsonText.quote(page, PositionText.read(stream, next).map(StreamPosition::epoch).orElse(""));
    page.append(",\"events\":[").append(events).append("],\"next\":");
    JsonText.quote(page, next);
    page.append('}');
    reply().head(response -> response.setContentType("application/json"));
    reply().write(page.toString().getBytes(StandardCharsets.UTF_8));
    reply().end();
  }

  @Override
  public synchronized void close(int code, String reason) {
    Timeout set = timeout;
    if (set != null) {
      set.cancel();
    }
    super.close(code, reason);
  }

  /** A page that was complete is not taken back, and none is half of one. */
  @Override
  synchronized boolean isCommitted() {
    return finished;
  }
}
