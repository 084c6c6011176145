package io.ropeway.security.http;

import io.ropeway.protocol.JsonText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An error as RFC 9457 writes it.
 *
 * @param status the HTTP status
 * @param title the status in words
 * @param detail one sentence for whoever reads the answer
 */
public record Problem(int status, String title, String detail) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** JSON text. */
  public String toJson() {
    StringBuilder json = new StringBuilder("{\"type\":\"about:blank\",\"title\":");
    JsonText.quote(json, title);
    json.append(",\"status\":").append(status).append(",\"detail\":");
    JsonText.quote(json, detail);
    return json.append('}').toString();
  }

  /** Answers a request with it. */
  public void send(HttpServletResponse response) throws IOException {
    byte[] body = toJson().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
