package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.ContactMerges;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Two contacts that are one. */
@Path(DeskPath.ACCOUNT + "/actions/contact_merge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: contacts")
public class ContactMergeResource {

  @Inject ContactMerges merges;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @POST
  @Operation(summary = "Gives one contact all that another has, which is gone then")
  public JsonObject merge(Fields body) {
    return merges.merge(
        caller.identity(),
        account,
        body.requiredNumber("base_contact_id"),
        body.requiredNumber("mergee_contact_id"));
  }
}
