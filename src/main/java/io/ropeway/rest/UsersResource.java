package io.ropeway.rest;

import io.ropeway.service.erasure.UserErasure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The users of the caller's account. */
@Path("/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class UsersResource {

  @Inject UserErasure erasure;
  @Inject Caller caller;

  @DELETE
  @Path("/{id: \\d{1,18}}")
  @Operation(summary = "Erases a user: name, credentials and everything said; for administrators")
  public void erase(@PathParam("id") long id) {
    erasure.erase(caller.identity(), id);
  }
}
