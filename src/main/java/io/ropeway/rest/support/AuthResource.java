package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.rest.Caller;
import io.ropeway.rest.SignInAttempts;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.AccessTokens;
import io.ropeway.service.account.IssuedToken;
import io.ropeway.service.support.profile.Profiles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out with the headers {@code access-token}, {@code client} and {@code uid}. */
@Path("/auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: signing in")
public class AuthResource {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject SignInAttempts attempts;
  @Inject AccessTokens tokens;
  @Inject Profiles profiles;
  @Inject Caller caller;

  @POST
  @Path("/sign_in")
  @Anonymous
  @Operation(summary = "Signs in: the credentials are in the answer's headers")
  public Response signIn(Fields body) {
    IssuedToken issued;
    try {
      issued =
          attempts.signIn(body.text("email").orElse(""), body.text("password").orElse(""), null);
    } catch (Refusal refusal) {
      return refused(refusal);
    }
    return Response.ok(
            JSON.createObjectBuilder()
                .add("data", profiles.of(issued.user().id(), issued.token()))
                .build())
        .header("access-token", issued.token())
        .header("token-type", "Bearer")
        .header("client", String.valueOf(issued.id()))
        .header("expiry", String.valueOf(issued.expiresAt().getEpochSecond()))
        .header("uid", issued.user().login())
        .build();
  }

  @GET
  @Path("/validate_token")
  @Operation(summary = "Whom the credentials speak for")
  public JsonObject validate() {
    return JSON.createObjectBuilder()
        .add(
            "payload",
            JSON.createObjectBuilder()
                .add("success", true)
                .add("data", profiles.of(caller.identity(), caller.explicitToken().orElse(null))))
        .build();
  }

  @DELETE
  @Path("/sign_out")
  @Operation(summary = "Signs out: ends the token and what it opened")
  public JsonObject signOut() {
    tokens.revoke(caller.identity(), caller.tokenId());
    return JSON.createObjectBuilder().add("success", true).build();
  }

  private static Response refused(Refusal refusal) {
    if (refusal.reason() != Refusal.Reason.UNAUTHENTICATED) {
      throw refusal;
    }
    return Response.status(Response.Status.UNAUTHORIZED)
        .entity(
            JSON.createObjectBuilder()
                .add("success", false)
                .add("errors", JSON.createArrayBuilder().add(refusal.getMessage()))
                .build())
        .build();
  }
}
