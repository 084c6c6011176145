package io.ropeway.rest;

import io.ropeway.service.account.AccountView;
import io.ropeway.service.account.UserView;
import io.ropeway.service.account.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
public class MeResource {

  @Inject Users users;
  @Inject Caller caller;

  /** Who asks, and what unsafe requests with the cookie may carry in {@code X-CSRF-Token}. */
  public record Me(
      long id, String login, String name, String role, AccountView account, String csrfToken) {}

  @GET
  @Operation(summary = "Who the caller is")
  public Me me() {
    UserView user = users.me(caller.identity());
    return new Me(
        user.id(), user.login(), user.name(), user.role(), user.account(), caller.csrfToken());
  }
}
