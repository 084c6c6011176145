package io.ropeway.endpoint.sse;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.sse.SseCodec;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;

/** Server-Sent Events: an answer that does not end by itself. */
final class SseConnection extends HttpConnection {

  private volatile boolean open;

  SseConnection(AsyncContext context) {
    super(context);
  }

  @Override
  public boolean send(EncodedFrame frame) {
    if (SseCodec.refuses(frame)) {
      refuse();
      return true;
    }
    if (!open) {
      if (!SseCodec.opens(frame)) {
        return true; // until it is known whether the stream may be read, nothing is said
      }
      open = true;
      reply().head(SseConnection::writeHead);
    }
    return frame.text().isEmpty() || reply().write(frame.text().getBytes(StandardCharsets.UTF_8));
  }

  private static void writeHead(HttpServletResponse response) {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back
  }

  @Override
  boolean isCommitted() {
    return open;
  }
}
