package io.ropeway.rest;

import io.ropeway.service.account.AccessTokens;
import io.ropeway.service.account.IssuedToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing in")
public class TokensResource {

  @Inject SignInAttempts attempts;
  @Inject AccessTokens tokens;
  @Inject SessionCookie cookies;
  @Inject Caller caller;
  @Context HttpServletRequest http;

  /** One of the caller's tokens; {@code current} is the one of this request. */
  public record Listed(
      long id,
      String label,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      boolean current) {}

  @POST
  @Anonymous
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Signs in: 201 with a token, or with a cookie instead")
  public Response signIn(@NotNull @Valid SignInRequest body) {
    IssuedToken issued = attempts.signIn(body.login(), body.password(), body.label());
    Response.ResponseBuilder response =
        Response.status(Response.Status.CREATED)
            .entity(SignInAnswer.of(issued, body.wantsCookie()));
    if (body.wantsCookie()) {
      response.header(HttpHeaders.SET_COOKIE, cookies.of(issued, http));
    }
    return response.build();
  }

  @GET
  @Operation(summary = "The caller's tokens, the newest first")
  public List<Listed> list() {
    long current = caller.tokenId();
    return tokens.list(caller.identity()).stream()
        .map(
            token ->
                new Listed(
                    token.id(),
                    token.label(),
                    token.createdAt(),
                    token.lastUsedAt(),
                    token.expiresAt(),
                    token.id() == current))
        .toList();
  }

  @DELETE
  @Path("/current")
  @Operation(summary = "Signs out: ends the token of this request and what it opened")
  public Response signOut() {
    tokens.revoke(caller.identity(), caller.tokenId());
    return Response.noContent().header(HttpHeaders.SET_COOKIE, cookies.none(http)).build();
  }

  @DELETE
  @Path("/{id: \\d{1,18}}")
  @Operation(summary = "Ends one of the caller's tokens and what it opened")
  public void revoke(@PathParam("id") long id) {
    tokens.revoke(caller.identity(), id);
  }
}
