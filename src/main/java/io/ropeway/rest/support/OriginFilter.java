package io.ropeway.rest.support;

import io.ropeway.security.ForwardedHeaders;
import io.ropeway.service.support.file.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Has addresses in answers begin with the one that the request was addressed to. */
@Provider
public class OriginFilter implements ContainerRequestFilter, ContainerResponseFilter {

  @Inject ForwardedHeaders forwarded;
  @Inject PublicAddress address;
  @Context HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    address.enter(forwarded.resolve(request).origin());
  }

  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext response) {
    address.leave();
  }
}
