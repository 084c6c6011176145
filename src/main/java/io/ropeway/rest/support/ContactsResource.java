package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.Contacts;
import io.ropeway.service.support.view.ContactViews;
import io.ropeway.service.support.view.ConversationViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An account's contacts. */
@Path(DeskPath.ACCOUNT + "/contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: contacts")
public class ContactsResource {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String ID = "/{id: " + DeskPath.ID + "}";

  @Inject ContactViews views;
  @Inject Contacts contacts;
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

  @POST
  @Operation(summary = "Makes a contact, with a session in an inbox if one is named")
  public JsonObject create(Fields body) {
    JsonObject contact =
        contacts.create(
            caller.identity(),
            account,
            body.idOrNobody("inbox_id"),
            PublicInboxResource.details(body));
    return payload(JSON.createObjectBuilder().add("contact", contact).build());
  }

  @PATCH
  @Path(ID)
  @Operation(summary = "Tells more of a contact")
  public JsonObject change(@PathParam("id") long id, Fields body) {
    return payload(
        contacts.update(caller.identity(), account, id, PublicInboxResource.details(body)));
  }

  @PUT
  @Path(ID)
  @Operation(summary = "Tells more of a contact")
  public JsonObject put(@PathParam("id") long id, Fields body) {
    return change(id, body);
  }

  @POST
  @Path(ID + "/labels")
  @Operation(summary = "Puts exactly these labels on a contact")
  public JsonObject label(@PathParam("id") long id, Fields body) {
    List<String> titles = contacts.label(caller.identity(), account, id, body.texts("labels"));
    return JSON.createObjectBuilder().add("payload", JSON.createArrayBuilder(titles)).build();
  }

  private static JsonObject payload(JsonObject contact) {
    return JSON.createObjectBuilder().add("payload", contact).build();
  }
}
