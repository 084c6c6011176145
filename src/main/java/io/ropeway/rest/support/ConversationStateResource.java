package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.ConversationChanges;
import io.ropeway.service.support.ConversationReading;
import io.ropeway.service.support.StatusChange;
import io.ropeway.service.support.view.ConversationViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One conversation, and what agents change of its state. */
@Path(DeskPath.CONVERSATION)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: conversations")
public class ConversationStateResource {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject ConversationChanges changes;
  @Inject ConversationReading reading;
  @Inject ConversationViews views;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @PathParam("id")
  long id;

  @GET
  @Operation(summary = "One conversation")
  public JsonObject get() {
    return views.get(caller.identity(), account, id);
  }

  @POST
  @Path("/toggle_status")
  @Operation(summary = "Opens, resolves, puts off; without a status opens or resolves")
  public JsonObject status(Fields body) {
    Long until = body.number("snoozed_until");
    StatusChange change =
        changes.status(
            caller.identity(),
            account,
            id,
            body.text("status").orElse(null),
            until == null ? null : Instant.ofEpochSecond(until));
    return JSON.createObjectBuilder()
        .add("meta", JsonValue.EMPTY_JSON_OBJECT)
        .add("payload", payload(change))
        .build();
  }

  @POST
  @Path("/toggle_priority")
  @Operation(summary = "Says how urgent it is: low, medium, high, urgent, or null")
  public Response priority(Fields body) {
    String priority = Queries.text(body.text("priority").orElse(null));
    changes.priority(caller.identity(), account, id, priority);
    return Response.ok().build();
  }

  @POST
  @Path("/mute")
  @Operation(summary = "Resolves it, and keeps it from opening again by what the contact says")
  public Response mute() {
    changes.mute(caller.identity(), account, id, true);
    return Response.ok().build();
  }

  @POST
  @Path("/unmute")
  @Operation(summary = "Lets it open again by what the contact says")
  public Response unmute() {
    changes.mute(caller.identity(), account, id, false);
    return Response.ok().build();
  }

  @POST
  @Path("/custom_attributes")
  @Operation(summary = "Replaces the custom attributes")
  public JsonObject attributes(Fields body) {
    JsonObject attributes = body.object("custom_attributes").orElse(JsonValue.EMPTY_JSON_OBJECT);
    changes.customAttributes(caller.identity(), account, id, attributes.toString());
    return JSON.createObjectBuilder().add("custom_attributes", attributes).build();
  }

  @POST
  @Path("/update_last_seen")
  @Operation(summary = "Marks it as read by the account")
  public JsonObject seen() {
    return reading.seen(caller.identity(), account, id);
  }

  @POST
  @Path("/unread")
  @Operation(summary = "Has the contact's last message count as unread again")
  public JsonObject unread() {
    return reading.unread(caller.identity(), account, id);
  }

  private static JsonObjectBuilder payload(StatusChange change) {
    JsonObjectBuilder payload =
        JSON.createObjectBuilder()
            .add("success", true)
            .add("conversation_id", change.conversationId())
            .add("current_status", change.currentStatus());
    @Nullable Instant until = change.snoozedUntil();
    return until == null
        ? payload.addNull("snoozed_until")
        : payload.add("snoozed_until", until.toString());
  }
}
