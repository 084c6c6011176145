package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.DeskMessages;
import io.ropeway.service.support.view.ConversationViews;
import io.ropeway.service.support.view.MessageViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is said in a conversation. */
@Path(DeskPath.CONVERSATION + "/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: messages")
public class DeskMessagesResource {

  @Inject DeskMessages messages;
  @Inject MessageViews views;
  @Inject ConversationViews conversations;
  @Inject Upload upload;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @PathParam("id")
  long id;

  @GET
  @Operation(summary = "Messages by ascending id: the newest 20, or those before or after an id")
  public JsonObject page(
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("filter_internal_messages") @Nullable String filterInternal) {
    boolean publicOnly = filterInternal != null && !filterInternal.equals("false");
    return views.page(
        caller.identity(), account, id, Queries.number(before), Queries.number(after), publicOnly);
  }

  @POST
  @Operation(hidden = true) // the one below tells of both
  public JsonObject post(Fields body) {
    return messages.post(caller.identity(), account, id, Drafts.ofAgent(body, List.of()));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary =
          "Says something to the contact, or in a note to the other agents; with files in a form, as attachments[]")
  @RequestBody(
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Fields.class)),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Fields.class))
      })
  public JsonObject postFiles(List<EntityPart> parts) {
    conversations.get(caller.identity(), account, id); // before anything is kept
    Upload.Form form = upload.read(parts);
    return messages.post(
        caller.identity(), account, id, Drafts.ofAgent(form.fields(), form.files()));
  }

  @DELETE
  @Path("/{message: " + DeskPath.ID + "}")
  @Operation(summary = "Erases a message's text; the message stays as a mark")
  public JsonObject delete(@PathParam("message") long message) {
    return messages.delete(caller.identity(), account, id, message);
  }

  @PATCH
  @Path("/{message: " + DeskPath.ID + "}")
  @Operation(summary = "Says what became of a message on its way; for API inboxes")
  public JsonObject status(@PathParam("message") long message, Fields body) {
    return messages.status(
        caller.identity(),
        account,
        id,
        message,
        body.requiredText("status"),
        body.text("external_error").orElse(null));
  }
}
