package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.ConversationAssignments;
import io.ropeway.service.support.ConversationLabels;
import io.ropeway.service.support.Participants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who has a conversation, who takes part, and what labels are on it. */
@Path(DeskPath.CONVERSATION)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: conversations")
public class ConversationPeopleResource {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject ConversationAssignments assignments;
  @Inject ConversationLabels labels;
  @Inject Participants participants;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @PathParam("id")
  long id;

  @POST
  @Path("/assignments")
  @Operation(summary = "Gives it to an agent or a team; null or 0 takes it away")
  public JsonValue assign(Fields body) {
    if (body.has("assignee_id") || !body.has("team_id")) {
      return assignments
          .assign(caller.identity(), account, id, body.idOrNobody("assignee_id"))
          .map(JsonValue.class::cast)
          .orElse(JsonValue.NULL);
    }
    return assignments
        .assignTeam(caller.identity(), account, id, body.idOrNobody("team_id"))
        .map(JsonValue.class::cast)
        .orElse(JsonValue.NULL);
  }

  @GET
  @Path("/labels")
  @Operation(summary = "The titles of its labels")
  public JsonObject labels() {
    return payload(labels.list(caller.identity(), account, id));
  }

  @POST
  @Path("/labels")
  @Operation(summary = "Puts exactly these labels on it")
  public JsonObject labels(Fields body) {
    return payload(labels.replace(caller.identity(), account, id, body.texts("labels")));
  }

  @GET
  @Path("/participants")
  @Operation(summary = "Who takes part")
  public JsonArray participants() {
    return array(participants.list(caller.identity(), account, id));
  }

  @PUT
  @Path("/participants")
  @Operation(summary = "Has exactly these users take part")
  public JsonArray participants(Fields body) {
    return array(participants.replace(caller.identity(), account, id, body.numbers("user_ids")));
  }

  @PATCH
  @Path("/participants")
  @Operation(summary = "Has exactly these users take part")
  public JsonArray changeParticipants(Fields body) {
    return participants(body);
  }

  private static JsonObject payload(List<String> titles) {
    return JSON.createObjectBuilder().add("payload", JSON.createArrayBuilder(titles)).build();
  }

  private static JsonArray array(List<JsonObject> bodies) {
    return JSON.createArrayBuilder(bodies).build();
  }
}
