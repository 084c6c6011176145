package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.TypingSignals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** That an agent types. */
@Path(DeskPath.CONVERSATION + "/toggle_typing_status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: messages")
public class TypingResource {

  @Inject TypingSignals signals;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @PathParam("id")
  long id;

  @POST
  @Operation(summary = "Says that the caller types, on or off; in a note only agents hear of it")
  public Response type(Fields body) {
    signals.byAgent(
        caller.identity(),
        account,
        id,
        body.text("typing_status").filter("on"::equals).isPresent(),
        body.isSet("is_private"));
    return Response.ok().build();
  }
}
