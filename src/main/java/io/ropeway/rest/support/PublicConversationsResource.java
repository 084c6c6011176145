package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.support.ContactAddress;
import io.ropeway.service.support.ContactDesk;
import io.ropeway.service.support.TypingSignals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A contact's own conversations. */
@Path(DeskPath.PUBLIC_CONTACT + "/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: the contact's side")
public class PublicConversationsResource {

  private static final String ID = "/{id: " + DeskPath.ID + "}";

  @Inject ContactDesk desk;
  @Inject TypingSignals signals;

  @PathParam("inbox")
  String inbox = "";

  @PathParam("source")
  String source = "";

  @GET
  @Anonymous
  @Operation(summary = "The contact's conversations, the oldest first")
  public JsonArray list() {
    return desk.conversations(who());
  }

  @POST
  @Anonymous
  @Operation(summary = "Begins a conversation, or goes on with the last where there is one at most")
  public JsonObject begin(Fields body) {
    return desk.begin(
        who(), body.object("custom_attributes").map(JsonObject::toString).orElse(null));
  }

  @GET
  @Path(ID)
  @Anonymous
  @Operation(summary = "One conversation")
  public JsonObject get(@PathParam("id") long id) {
    return desk.conversation(who(), id);
  }

  @POST
  @Path(ID + "/toggle_status")
  @Anonymous
  @Operation(summary = "Ends a conversation")
  public JsonObject resolve(@PathParam("id") long id) {
    return desk.resolve(who(), id);
  }

  @POST
  @Path(ID + "/toggle_typing")
  @Anonymous
  @Operation(summary = "Says that the contact types, on or off")
  public Response type(@PathParam("id") long id, Fields body) {
    boolean types = body.text("typing_status").filter("on"::equals).isPresent();
    signals.byContact(who(), id, types);
    return Response.ok().build();
  }

  @POST
  @Path(ID + "/update_last_seen")
  @Anonymous
  @Operation(summary = "Marks everything as read by the contact")
  public Response seen(@PathParam("id") long id) {
    desk.seen(who(), id);
    return Response.ok().build();
  }

  private ContactAddress who() {
    return new ContactAddress(inbox, source);
  }
}
