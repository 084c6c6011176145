package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.ContactAddress;
import io.ropeway.service.support.ContactDesk;
import io.ropeway.service.support.MessageRequest;
import io.ropeway.service.support.WidgetDesk;
import io.ropeway.service.support.WidgetSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is said in the newest conversation of a website's visitor; neither notes nor activities. */
@Path(DeskPath.WIDGET + "/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: the widget of a website")
public class WidgetMessagesResource {

  @Inject WidgetSessions sessions;
  @Inject WidgetDesk widget;
  @Inject ContactDesk desk;
  @Inject Upload upload;
  @BeanParam WidgetParams params = new WidgetParams();

  @GET
  @Anonymous
  @Operation(summary = "Messages by ascending id: the newest 20, or those before or after an id")
  public JsonObject page(
      @QueryParam("before") @Nullable String before, @QueryParam("after") @Nullable String after) {
    return widget.messages(
        who(), new MessageRequest(Queries.number(after), Queries.number(before)));
  }

  @POST
  @Anonymous
  @Operation(hidden = true) // the one below tells of both
  public JsonObject post(Fields body) {
    WidgetMessage message = new WidgetMessage(body);
    return widget.post(who(), message.start(), message.draft(List.of()));
  }

  @POST
  @Anonymous
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary =
          "Says something, with which a conversation begins if there is none; with files in a form, as message[attachments][]")
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
    ContactAddress who = who(); // before anything is kept
    Upload.Form form = upload.read(parts);
    WidgetMessage message = new WidgetMessage(form.fields());
    return widget.post(who, message.start(), message.draft(form.files()));
  }

  @PATCH
  @Path("/{message: " + DeskPath.ID + "}")
  @Anonymous
  @Operation(summary = "Fills in what a message asks for, an e-mail address besides")
  public JsonObject submit(@PathParam("message") long message, Fields body) {
    ContactAddress who = who();
    long conversation =
        widget.number(who).orElseThrow(() -> Refusal.notFound("There is no conversation yet."));
    Optional<String> values =
        body.within("message")
            .structure("submitted_values")
            .or(() -> body.structure("submitted_values"));
    Fields contact = body.within("contact");
    Optional<String> email = contact.text("email");
    if (values.isEmpty() && email.isEmpty()) {
      throw Refusal.invalid("submitted_values is missing.");
    }
    JsonObject answer = JsonValue.EMPTY_JSON_OBJECT;
    if (values.isPresent()) {
      answer = desk.submit(who, conversation, message, values.get());
    }
    if (email.isPresent()) {
      answer = desk.submitEmail(who, conversation, message, email.get());
      sessions.update(who, PublicInboxResource.details(contact));
    }
    return answer;
  }

  private ContactAddress who() {
    return sessions.who(params.website(), params.token);
  }
}
