package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.InboxSettings;
import io.ropeway.service.support.InboxSetup;
import io.ropeway.service.support.view.AccountViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inboxes that administrators set up. */
@Path(DeskPath.ACCOUNT)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: setting up")
public class InboxSetupResource {

  @Inject InboxSetup setup;
  @Inject AccountViews views;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @POST
  @Path("/inboxes")
  @Operation(summary = "Opens an inbox: channel.type is api or web_widget")
  public JsonObject create(Fields body) {
    String type = body.within("channel").text("type").orElse("api");
    String channel = type.equals("web_widget") ? "Channel::WebWidget" : "Channel::Api";
    return setup.create(caller.identity(), account, channel, settings(body));
  }

  @PATCH
  @Path("/inboxes/{id: " + DeskPath.ID + "}")
  @Operation(summary = "Changes an inbox")
  public JsonObject change(@PathParam("id") long id, Fields body) {
    return setup.update(caller.identity(), account, id, settings(body));
  }

  @POST
  @Path("/inbox_members")
  @Operation(summary = "Has exactly these users answer in an inbox")
  public JsonObject members(Fields body) {
    long inbox = body.requiredNumber("inbox_id");
    setup.members(caller.identity(), account, inbox, body.numbers("user_ids"));
    return views.inboxMembers(caller.identity(), account, inbox);
  }

  @PATCH
  @Path("/inbox_members")
  @Operation(summary = "Has exactly these users answer in an inbox")
  public JsonObject changeMembers(Fields body) {
    return members(body);
  }

  private static InboxSettings settings(Fields body) {
    Fields channel = body.within("channel");
    return new InboxSettings(
        body.text("name").orElse(null),
        channel.has("hmac_mandatory")
            ? channel.flag("hmac_mandatory")
            : body.flag("hmac_mandatory"),
        body.flag("enable_auto_assignment"),
        body.flag("lock_to_single_conversation"),
        body.flag("allow_messages_after_resolved"),
        body.flag("greeting_enabled"),
        body.text("greeting_message").orElse(null),
        channel.text("website_url").orElse(null));
  }
}
