package io.ropeway.rest;

import io.ropeway.config.HttpSettings;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads bodies no further than {@code ropeway.http.body-bytes}; a larger one is refused with 413.
 */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {

  @Inject HttpSettings settings;

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    if (!context.hasEntity()) {
      return;
    }
    int limit = settings.bodyBytes();
    if (context.getLength() > limit) {
      throw tooLarge();
    }
    byte[] body = context.getEntityStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw tooLarge();
    }
    context.setEntityStream(new ByteArrayInputStream(body));
  }

  private static ClientErrorException tooLarge() {
    return new ClientErrorException(
        "The body is larger than ropeway.http.body-bytes.",
        Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }
}
