package io.ropeway.rest.broadcast;

import io.ropeway.config.BroadcastSettings;
import io.ropeway.security.http.Problem;
import io.ropeway.service.Refusal;
import io.ropeway.service.broadcast.ExternalPublications;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /_broadcast} with {@code Authorization: Bearer <ropeway.broadcast.key>}: 201 when
 * published, 401 without the key, 413 for a body that is too large, 422 for one that cannot be
 * read, 503 with {@code Retry-After} while an event of a durable stream cannot be stored.
 */
@WebServlet("/_broadcast")
public class BroadcastServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient BroadcastSettings settings;
  @Inject transient BroadcastKey key;
  @Inject transient ExternalPublications publications;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("POST")) {
      doPost(request, response);
    } else {
      response.setHeader("Allow", "POST");
      new Problem(405, "Method Not Allowed", "Publishing is done by POST.").send(response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!key.isPresentedBy(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"ropeway\"");
      new Problem(401, "Unauthorized", "Publishing needs the broadcast key.").send(response);
      return;
    }
    byte[] body = body(request);
    if (body == null) {
      new Problem(413, "Content Too Large", "The body is larger than ropeway.broadcast.max-bytes.")
          .send(response);
      return;
    }
    try {
      publications.accept(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      response.setStatus(HttpServletResponse.SC_CREATED);
    } catch (CharacterCodingException e) {
      new Problem(422, "Unprocessable Content", "The body is not UTF-8.").send(response);
    } catch (Refusal refusal) {
      refuse(refusal, response);
    }
  }

  /** What cannot be stored now is to be sent again; what cannot be read would never be. */
  private static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
    if (refusal.reason() == Refusal.Reason.UNAVAILABLE) {
      refusal
          .retryAfter()
          .ifPresent(wait -> response.setHeader("Retry-After", "" + Math.max(1, wait.toSeconds())));
      new Problem(503, "Service Unavailable", refusal.getMessage()).send(response);
    } else {
      new Problem(422, "Unprocessable Content", refusal.getMessage()).send(response);
    }
  }

  /** The body, or null if it is too large; no more is read than may be. */
  private byte @Nullable [] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > settings.maxBytes()) {
      return null;
    }
    byte[] body = request.getInputStream().readNBytes(settings.maxBytes() + 1);
    return body.length > settings.maxBytes() ? null : body;
  }
}
