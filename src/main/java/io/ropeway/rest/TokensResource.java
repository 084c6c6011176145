package io.ropeway.rest;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.security.SignInThrottle;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.AccessTokens;
import io.ropeway.service.account.IssuedToken;
import io.ropeway.service.account.SignIn;
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

  private static final int LABEL_CHARACTERS = 100;

  @Inject SignIn signIn;
  @Inject AccessTokens tokens;
  @Inject SignInThrottle throttle;
  @Inject ForwardedHeaders forwarded;
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
    String address = forwarded.resolve(http).remoteAddress();
    throttle
        .enter(body.login(), address)
        .ifPresent(
            wait -> {
              throw Refusal.tooMany("Too many attempts to sign in; wait a little.", wait);
            });
    IssuedToken issued = signIn.signIn(body.login(), body.password(), label(body));
    throttle.succeeded(body.login(), address);
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

  /** What the caller chose, or else what the program calls itself. */
  private String label(SignInRequest body) {
    String agent = http.getHeader("User-Agent");
    String label = body.label() == null ? agent : body.label();
    if (label == null || label.isBlank()) {
      return "unnamed";
    }
    String clean = label.strip().replaceAll("\\p{Cntrl}", " ");
    return clean.substring(0, Math.min(clean.length(), LABEL_CHARACTERS));
  }
}
