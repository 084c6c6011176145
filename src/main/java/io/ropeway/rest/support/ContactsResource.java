package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.view.ContactViews;
import io.ropeway.service.support.view.ConversationViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An account's contacts. */
@Path(DeskPath.ACCOUNT + "/contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: contacts")
public class ContactsResource {

  private static final String ID = "/{id: " + DeskPath.ID + "}";

  @Inject ContactViews views;
  @Inject ConversationViews conversations;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @GET
  @Operation(summary = "Some contacts by name")
  public JsonObject list(@QueryParam("page") @Nullable String page) {
    return views.list(caller.identity(), account, null, Queries.number(page));
  }

  @GET
  @Path("/search")
  @Operation(summary = "Some contacts with a text in name, e-mail address or number")
  public JsonObject search(
      @QueryParam("q") @Nullable String text, @QueryParam("page") @Nullable String page) {
    return views.list(caller.identity(), account, text, Queries.number(page));
  }

  @GET
  @Path(ID)
  @Operation(summary = "One contact")
  public JsonObject get(@PathParam("id") long id) {
    return payload(views.get(caller.identity(), account, id));
  }

  @GET
  @Path(ID + "/conversations")
  @Operation(summary = "A contact's conversations that the caller may open")
  public JsonObject conversations(@PathParam("id") long id) {
    return conversations.ofContact(caller.identity(), account, id);
  }

  @GET
  @Path(ID + "/labels")
  @Operation(summary = "The titles of a contact's labels")
  public JsonObject labels(@PathParam("id") long id) {
    return views.labels(caller.identity(), account, id);
  }

  private static JsonObject payload(JsonObject contact) {
    return Json.createObjectBuilder().add("payload", contact).build();
  }
}
