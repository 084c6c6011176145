package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.ContactAddress;
import io.ropeway.service.support.ContactDesk;
import io.ropeway.service.support.TypingSignals;
import io.ropeway.service.support.WidgetDesk;
import io.ropeway.service.support.WidgetSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The conversation of a website's visitor: always the newest. */
@Path(DeskPath.WIDGET + "/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: the widget of a website")
public class WidgetConversationsResource {

  @Inject WidgetSessions sessions;
  @Inject WidgetDesk widget;
  @Inject ContactDesk desk;
  @Inject TypingSignals signals;
  @BeanParam WidgetParams params = new WidgetParams();

  @GET
  @Anonymous
  @Operation(summary = "The visitor's newest conversation, or an empty object")
  public JsonObject get() {
    return widget.conversation(who());
  }

  @POST
  @Anonymous
  @Operation(summary = "Begins a conversation, with who the visitor is and a first message")
  public JsonObject begin(Fields body) {
    ContactAddress who = who();
    if (body.object("contact").isPresent()) {
      sessions.update(who, PublicInboxResource.details(body.within("contact")));
    }
    WidgetMessage message = new WidgetMessage(body);
    return widget.begin(who, message.start(), message.first());
  }

  @GET
  @Path("/toggle_status")
  @Anonymous
  @Operation(summary = "Ends the conversation")
  public Response resolve() {
    ContactAddress who = who();
    desk.resolve(
        who,
        widget.number(who).orElseThrow(() -> Refusal.notFound("There is no conversation yet.")));
    return Response.ok().build();
  }

  @POST
  @Path("/toggle_typing")
  @Anonymous
  @Operation(summary = "Says that the visitor types, on or off")
  public Response type(Fields body) {
    boolean types = body.text("typing_status").filter("on"::equals).isPresent();
    ContactAddress who = who();
    widget.number(who).ifPresent(id -> signals.byContact(who, id, types));
    return Response.ok().build();
  }

  @POST
  @Path("/update_last_seen")
  @Anonymous
  @Operation(summary = "Marks everything as read by the visitor")
  public Response seen() {
    ContactAddress who = who();
    widget.number(who).ifPresent(id -> desk.seen(who, id));
    return Response.ok().build();
  }

  @POST
  @Path("/set_custom_attributes")
  @Anonymous
  @Operation(summary = "Puts attributes on the conversation, beside those that there are")
  public Response attribute(Fields body) {
    widget.attribute(who(), body.object("custom_attributes").map(Object::toString).orElse("{}"));
    return Response.ok().build();
  }

  @POST
  @Path("/destroy_custom_attributes")
  @Anonymous
  @Operation(summary = "Takes attributes off the conversation")
  public Response forget(Fields body) {
    widget.forget(who(), body.texts("custom_attribute"));
    return Response.ok().build();
  }

  @POST
  @Path("/transcript")
  @Anonymous
  @Operation(summary = "Is refused: no mail is sent from here")
  public Response transcript() {
    who();
    throw Refusal.invalid("Transcripts are not sent from here.");
  }

  private ContactAddress who() {
    return sessions.who(params.website(), params.token);
  }
}
