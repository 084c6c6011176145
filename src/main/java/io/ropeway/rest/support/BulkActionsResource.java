package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.BulkChange;
import io.ropeway.service.support.BulkChanges;
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
import org.jspecify.annotations.Nullable;

/** The same for several conversations. */
@Path(DeskPath.ACCOUNT + "/bulk_actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: conversations")
public class BulkActionsResource {

  @Inject BulkChanges changes;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @POST
  @Operation(summary = "Changes the state, agent, team or labels of several conversations")
  public Response change(Fields body) {
    if (!body.text("type").orElse("Conversation").equals("Conversation")) {
      throw Refusal.invalid("Only conversations can be changed together.");
    }
    Fields fields = body.within("fields");
    changes.change(
        caller.identity(),
        account,
        new BulkChange(
            body.numbers("ids"),
            fields.text("status").orElse(null),
            idOrZero(fields, "assignee_id"),
            idOrZero(fields, "team_id"),
            body.within("labels").texts("add")));
    return Response.ok().build();
  }

  /** Null for nobody is sent as null, which is not the same as not sent. */
  private static @Nullable Long idOrZero(Fields fields, String name) {
    if (!fields.has(name)) {
      return null;
    }
    Long id = fields.number(name);
    return id == null ? Long.valueOf(0) : id;
  }
}
