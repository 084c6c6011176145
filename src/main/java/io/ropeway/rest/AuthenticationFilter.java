package io.ropeway.rest;

import io.ropeway.security.http.RequestCredential;
import io.ropeway.service.Refusal;
import io.ropeway.service.account.AccessTokens;
import io.ropeway.session.Identity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Finds out who asks before anything of the request's body is read. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

  @Inject AccessTokens tokens;
  @Inject Caller caller;
  @Context HttpServletRequest request;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    if (resource.getResourceMethod() == null
        || resource.getResourceMethod().isAnnotationPresent(Anonymous.class)) {
      return;
    }
    RequestCredential credential =
        RequestCredential.of(request).orElseThrow(() -> Refusal.unauthenticated("Sign in first."));
    Identity identity =
        tokens
            .find(credential.token())
            .orElseThrow(() -> Refusal.unauthenticated("The token is unknown or has ended."));
    caller.is(identity, credential);
  }
}
