package io.ropeway.rest;

import io.ropeway.security.http.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** Says which part of a body breaks which rule; never what it was. */
@Provider
public class InvalidBodyMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    String detail =
        failure.getConstraintViolations().stream()
            .map(InvalidBodyMapper::sentence)
            .sorted()
            .collect(Collectors.joining(" "));
    return Response.status(Response.Status.BAD_REQUEST)
        .type(Problem.MEDIA_TYPE)
        .entity(new Problem(400, "Bad Request", detail).toJson())
        .build();
  }

  private static String sentence(ConstraintViolation<?> violation) {
    String name = "The body";
    for (Path.Node node : violation.getPropertyPath()) {
      name = node.getName() == null || node.getName().startsWith("arg") ? name : node.getName();
    }
    return name + " " + violation.getMessage() + ".";
  }
}
