package io.ropeway.rest.support;

import io.ropeway.security.http.Problem;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * Gives errors of the desk the shape that its clients read: {@code {"error": …}}, and 422 for what
 * makes no sense or does not fit.
 */
@Provider
public class DeskErrors implements ContainerResponseFilter {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Set<String> ROOTS = Set.of("v1", "auth", "public");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (type == null
        || !Problem.MEDIA_TYPE.equals(type.getType() + "/" + type.getSubtype())
        || !(response.getEntity() instanceof String problem)
        || !isOfTheDesk(request.getUriInfo().getPath())) {
      return;
    }
    String error = response.getStatus() == 404 ? "Resource could not be found" : detail(problem);
    if (response.getStatus() == 400 || response.getStatus() == 409) {
      response.setStatus(422);
    }
    response.setEntity(
        JSON.createObjectBuilder().add("error", error).build().toString(),
        new Annotation[0],
        MediaType.APPLICATION_JSON_TYPE);
  }

  private static String detail(String problem) {
    try (JsonReader reader = JSON.createReader(new StringReader(problem))) {
      return reader.readObject().getString("detail");
    }
  }

  static boolean isOfTheDesk(String path) {
    int start = path.startsWith("/") ? 1 : 0;
    int end = path.indexOf('/', start);
    return ROOTS.contains(end < 0 ? path.substring(start) : path.substring(start, end));
  }
}
