package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.support.ContactDetails;
import io.ropeway.service.support.ContactSession;
import io.ropeway.service.support.ContactSessions;
import io.ropeway.service.support.ContactSessions.InboxView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contacts that come to an inbox. Its name and theirs are the secrets. */
@Path(DeskPath.PUBLIC_INBOX)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: the contact's side")
public class PublicInboxResource {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject ContactSessions sessions;

  @PathParam("inbox")
  String inbox = "";

  @GET
  @Anonymous
  @Operation(summary = "What contacts may know of the inbox")
  public JsonObject inbox() {
    InboxView view = sessions.inbox(inbox);
    return JSON.createObjectBuilder()
        .add("identifier", view.identifier())
        .add("identity_validation_enabled", view.identityValidation())
        .add("name", view.name())
        .add("timezone", "UTC")
        .add("working_hours", JsonValue.EMPTY_JSON_ARRAY)
        .add("working_hours_enabled", false)
        .add("csat_survey_enabled", false)
        .add("greeting_enabled", view.greeting())
        .build();
  }

  @POST
  @Path("/contacts")
  @Anonymous
  @Operation(summary = "Comes in, anew or as who was here before")
  public JsonObject enter(Fields body) {
    String source = Queries.text(body.text("source_id").orElse(null));
    return body(sessions.enter(inbox, source, details(body)));
  }

  @GET
  @Path("/contacts/{source}")
  @Anonymous
  @Operation(summary = "The contact")
  public JsonObject contact(@PathParam("source") String source) {
    return body(sessions.show(inbox, source));
  }

  @PATCH
  @Path("/contacts/{source}")
  @Anonymous
  @Operation(summary = "Tells more of the contact")
  public JsonObject change(@PathParam("source") String source, Fields body) {
    return body(sessions.update(inbox, source, details(body)));
  }

  static ContactDetails details(Fields body) {
    return new ContactDetails(
        body.text("name").orElse(null),
        body.text("email").orElse(null),
        body.text("phone_number").orElse(null),
        body.text("identifier").orElse(null),
        body.text("identifier_hash").orElse(null),
        body.text("avatar_url").orElse(null),
        body.object("custom_attributes").map(JsonObject::toString).orElse(null),
        body.object("additional_attributes").map(JsonObject::toString).orElse(null),
        body.flag("blocked"));
  }

  private static JsonObject body(ContactSession session) {
    JsonObjectBuilder body =
        JSON.createObjectBuilder()
            .add("source_id", session.sourceId())
            .add("pubsub_token", session.pubsubToken())
            .add("id", session.id())
            .add("name", session.name());
    add(body, "email", session.email());
    add(body, "phone_number", session.phoneNumber());
    return body.build();
  }

  private static void add(JsonObjectBuilder body, String name, @Nullable String value) {
    if (value == null) {
      body.addNull(name);
    } else {
      body.add(name, value);
    }
  }
}
