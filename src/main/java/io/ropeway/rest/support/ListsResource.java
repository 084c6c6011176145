package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.view.AccountViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The lists of an account that clients keep. */
@Path(DeskPath.ACCOUNT)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: lists of an account")
public class ListsResource {

  private static final String ID = "/{id: " + DeskPath.ID + "}";

  @Inject AccountViews views;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @GET
  @Path("/inboxes")
  @Operation(summary = "The inboxes that the caller sees")
  public JsonObject inboxes() {
    return views.inboxes(caller.identity(), account);
  }

  @GET
  @Path("/inboxes" + ID)
  @Operation(summary = "One inbox")
  public JsonObject inbox(@PathParam("id") long id) {
    return views.inbox(caller.identity(), account, id);
  }

  @GET
  @Path("/inbox_members" + ID)
  @Operation(summary = "Who answers in an inbox")
  public JsonObject inboxMembers(@PathParam("id") long id) {
    return views.inboxMembers(caller.identity(), account, id);
  }

  @GET
  @Path("/agents")
  @Operation(summary = "Everybody of the account")
  public JsonArray agents() {
    return views.agents(caller.identity(), account);
  }

  @GET
  @Path("/assignable_agents")
  @Operation(summary = "To whom conversations of all these inboxes may be given")
  public JsonObject assignable(@QueryParam("inbox_ids[]") List<String> inboxIds) {
    List<Long> ids = inboxIds.stream().map(Queries::number).filter(Objects::nonNull).toList();
    return views.assignable(caller.identity(), account, ids);
  }

  @GET
  @Path("/teams")
  @Operation(summary = "The account's teams")
  public JsonArray teams() {
    return views.teams(caller.identity(), account);
  }

  @GET
  @Path("/teams" + ID + "/team_members")
  @Operation(summary = "Who belongs to a team")
  public JsonArray teamMembers(@PathParam("id") long id) {
    return views.teamMembers(caller.identity(), account, id);
  }

  @GET
  @Path("/labels")
  @Operation(summary = "The labels that the account offers")
  public JsonObject labels() {
    return views.labels(caller.identity(), account);
  }

  @GET
  @Path("/cache_keys")
  @Operation(summary = "What changes whenever a list does")
  public JsonObject cacheKeys() {
    return views.cacheKeys(caller.identity(), account);
  }
}
