package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.ConversationStarts;
import io.ropeway.service.support.NewConversation;
import io.ropeway.service.support.view.ConversationQuery;
import io.ropeway.service.support.view.ConversationViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An account's conversations. One that the caller may not open is not there. */
@Path(DeskPath.ACCOUNT + "/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: conversations")
public class ConversationsResource {

  @Inject ConversationViews views;
  @Inject ConversationStarts starts;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @GET
  @Operation(
      summary = "Some conversations of the caller's inboxes and teams, and how many there are")
  public JsonObject list(@BeanParam ConversationParams params) {
    return views.list(caller.identity(), account, params.query());
  }

  @POST
  @Operation(summary = "Begins a conversation in an inbox in which the caller answers")
  public JsonObject begin(Fields body) {
    Fields message = body.within("message");
    return starts.begin(
        caller.identity(),
        account,
        new NewConversation(
            body.requiredNumber("inbox_id"),
            body.requiredNumber("contact_id"),
            Queries.text(body.text("source_id").orElse(null)),
            body.text("status").orElse(null),
            body.idOrNobody("assignee_id"),
            body.idOrNobody("team_id"),
            body.object("additional_attributes").map(JsonObject::toString).orElse(null),
            body.object("custom_attributes").map(JsonObject::toString).orElse(null),
            message.has("content") ? Drafts.ofAgent(message, List.of()) : null));
  }

  @POST
  @Path("/filter")
  @Operation(summary = "Some conversations that fit all conditions of a payload")
  public JsonObject filter(@QueryParam("page") @Nullable String page, Fields body) {
    ConversationQuery query = Conditions.read(body.all("payload"), Queries.number(page));
    return views.list(caller.identity(), account, query).getJsonObject("data");
  }

  @GET
  @Path("/meta")
  @Operation(summary = "How many conversations there are")
  public JsonObject meta(@BeanParam ConversationParams params) {
    return views.counts(caller.identity(), account, params.query());
  }
}
