package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.ContactAddress;
import io.ropeway.service.support.ContactDesk;
import io.ropeway.service.support.MessageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
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

/** What is said in a contact's own conversation; neither notes nor activities are shown there. */
@Path(DeskPath.PUBLIC_CONTACT + "/conversations/{id: " + DeskPath.ID + "}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: the contact's side")
public class PublicMessagesResource {

  @Inject ContactDesk desk;
  @Inject Upload upload;

  @PathParam("inbox")
  String inbox = "";

  @PathParam("source")
  String source = "";

  @PathParam("id")
  long id;

  @GET
  @Anonymous
  @Operation(summary = "Messages by ascending id: the newest 20, or those before or after an id")
  public JsonArray page(
      @QueryParam("before") @Nullable String before, @QueryParam("after") @Nullable String after) {
    return desk.messages(
        who(), id, new MessageRequest(Queries.number(after), Queries.number(before)));
  }

  @POST
  @Anonymous
  @Operation(hidden = true) // the one below tells of both
  public JsonObject post(Fields body) {
    return desk.post(who(), id, Drafts.ofContact(body, List.of()));
  }

  @POST
  @Anonymous
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Says something; with files in a form, as attachments[]")
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
    desk.conversation(who(), id); // before anything is kept
    Upload.Form form = upload.read(parts);
    return desk.post(who(), id, Drafts.ofContact(form.fields(), form.files()));
  }

  @PATCH
  @Path("/{message: " + DeskPath.ID + "}")
  @Anonymous
  @Operation(summary = "Fills in what a message asks for")
  public JsonObject submit(@PathParam("message") long message, Fields body) {
    String values =
        body.structure("submitted_values")
            .orElseThrow(() -> Refusal.invalid("submitted_values is missing."));
    return desk.submit(who(), id, message, values);
  }

  private ContactAddress who() {
    return new ContactAddress(inbox, source);
  }
}
