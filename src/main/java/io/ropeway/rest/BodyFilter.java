package io.ropeway.rest;

import io.ropeway.config.HttpSettings;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads bodies no further than {@code ropeway.http.body-bytes}, and only UTF-8: a larger one is
 * refused with 413, broken text with 400. Forms with files may be as large as {@code
 * ropeway.http.upload-bytes}.
 */
@Provider
public class BodyFilter implements ContainerRequestFilter {

  @Inject HttpSettings settings;

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    if (!context.hasEntity()) {
      return;
    }
    if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(context.getMediaType())) {
      context.setEntityStream(
          new LimitedStream(
              context.getEntityStream(),
              settings.uploadBytes(),
              () -> tooLarge("ropeway.http.upload-bytes")));
      return;
    }
    int limit = settings.bodyBytes();
    if (context.getLength() > limit) {
      throw tooLarge("ropeway.http.body-bytes");
    }
    byte[] body = context.getEntityStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw tooLarge("ropeway.http.body-bytes");
    }
    try {
      CharBuffer ignored = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      throw new BadRequestException("The body is not UTF-8.", e);
    }
    context.setEntityStream(new ByteArrayInputStream(body));
  }

  private static ClientErrorException tooLarge(String setting) {
    return new ClientErrorException(
        "The body is larger than " + setting + ".", Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }
}
