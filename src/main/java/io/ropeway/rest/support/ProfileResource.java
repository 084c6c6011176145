package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.account.AccessTokens;
import io.ropeway.service.support.profile.ProfileChange;
import io.ropeway.service.support.profile.Profiles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller as the caller sees itself. */
@Path("/v1/profile")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: profile")
public class ProfileResource {

  @Inject Profiles profiles;
  @Inject AccessTokens tokens;
  @Inject Caller caller;

  @GET
  @Operation(summary = "The caller, the accounts, and the token of the cable")
  public JsonObject get() {
    return profiles.of(caller.identity(), caller.explicitToken().orElse(null));
  }

  @PUT
  @Operation(summary = "Changes the display name, the signature, and what programs keep")
  public JsonObject put(Fields body) {
    Fields profile = body.within("profile");
    profiles.change(
        caller.identity(),
        new ProfileChange(
            profile.text("display_name").orElse(null),
            profile.text("message_signature").orElse(null),
            profile.object("ui_settings").map(JsonObject::toString).orElse(null)));
    return get();
  }

  @POST
  @Path("/availability")
  @Operation(summary = "Says whether the caller wants to be asked: online, busy or offline")
  public JsonObject availability(Fields body) {
    Fields profile = body.within("profile");
    profiles.availability(
        caller.identity(),
        profile.requiredNumber("account_id"),
        profile.requiredText("availability"));
    return get();
  }

  @POST
  @Path("/auto_offline")
  @Operation(summary = "Says whether the caller counts as offline while not connected")
  public JsonObject autoOffline(Fields body) {
    Fields profile = body.within("profile");
    profiles.autoOffline(
        caller.identity(), profile.requiredNumber("account_id"), profile.isSet("auto_offline"));
    return get();
  }

  @PUT
  @Path("/set_active_account")
  @Operation(summary = "Turns to another of the caller's accounts")
  public Response activate(Fields body) {
    profiles.activate(caller.identity(), body.within("profile").requiredNumber("account_id"));
    return Response.ok().build();
  }

  @POST
  @Path("/reset_access_token")
  @Operation(summary = "Gives out a token for api_access_token, which is never shown again")
  public JsonObject resetToken() {
    String token = tokens.resetApiToken(caller.identity());
    return profiles.of(caller.identity(), token);
  }
}
