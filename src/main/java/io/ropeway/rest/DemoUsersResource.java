package io.ropeway.rest;

import io.ropeway.config.ServerSettings;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.DemoUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom a visitor of a demonstration may sign in as; elsewhere there is no such list. */
@Path("/demo-users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
public class DemoUsersResource {

  @Inject ServerSettings settings;

  @GET
  @Anonymous
  @Operation(summary = "The accounts of a demonstration, with their passwords; 404 elsewhere")
  public List<DemoUser> list() {
    if (!settings.demo()) {
      throw Refusal.notFound("This server is no demonstration.");
    }
    return DemoUser.ALL;
  }
}
