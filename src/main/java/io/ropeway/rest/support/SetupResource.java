package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.AgentSetup;
import io.ropeway.service.support.LabelSetup;
import io.ropeway.service.support.TeamSetup;
import io.ropeway.service.support.view.AccountViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators set up in an account: agents, teams, labels. */
@Path(DeskPath.ACCOUNT)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: setting up")
public class SetupResource {

  private static final String ID = "/{id: " + DeskPath.ID + "}";

  @Inject AgentSetup agents;
  @Inject TeamSetup teams;
  @Inject LabelSetup labels;
  @Inject AccountViews views;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @POST
  @Path("/agents")
  @Operation(
      summary = "Adds somebody to the account, with a password of the administrator's choice")
  public JsonObject addAgent(Fields body) {
    return agents.add(
        caller.identity(),
        account,
        body.requiredText("email"),
        body.requiredText("name"),
        body.text("role").orElse("agent"),
        body.text("password").orElse(null));
  }

  @PATCH
  @Path("/agents" + ID)
  @Operation(summary = "Changes somebody's role: agent or administrator")
  public JsonObject agentRole(@PathParam("id") long id, Fields body) {
    return agents.role(caller.identity(), account, id, body.requiredText("role"));
  }

  @DELETE
  @Path("/agents" + ID)
  @Operation(summary = "Ends somebody's membership of the account")
  public Response removeAgent(@PathParam("id") long id) {
    agents.remove(caller.identity(), account, id);
    return Response.ok().build();
  }

  @POST
  @Path("/teams")
  @Operation(summary = "Makes a team")
  public JsonObject addTeam(Fields body) {
    return teams.create(
        caller.identity(),
        account,
        body.requiredText("name"),
        body.text("description").orElse(null),
        !Boolean.FALSE.equals(body.flag("allow_auto_assign")));
  }

  @DELETE
  @Path("/teams" + ID)
  @Operation(summary = "Takes a team away")
  public Response removeTeam(@PathParam("id") long id) {
    teams.delete(caller.identity(), account, id);
    return Response.ok().build();
  }

  @PATCH
  @Path("/teams" + ID + "/team_members")
  @Operation(summary = "Has exactly these users belong to a team")
  public JsonArray teamMembers(@PathParam("id") long id, Fields body) {
    teams.members(caller.identity(), account, id, body.numbers("user_ids"));
    return views.teamMembers(caller.identity(), account, id);
  }

  @POST
  @Path("/labels")
  @Operation(summary = "Offers a label")
  public JsonObject addLabel(Fields body) {
    return labels.create(
        caller.identity(),
        account,
        body.requiredText("title"),
        body.text("description").orElse(null),
        body.text("color").orElse(null),
        !Boolean.FALSE.equals(body.flag("show_on_sidebar")));
  }

  @DELETE
  @Path("/labels" + ID)
  @Operation(summary = "Offers a label no more")
  public Response removeLabel(@PathParam("id") long id) {
    labels.delete(caller.identity(), account, id);
    return Response.ok().build();
  }
}
