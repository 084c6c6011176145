package io.ropeway.rest;

import io.ropeway.rest.broadcast.BroadcastKey;
import io.ropeway.service.Refusal;
import io.ropeway.service.broadcast.PresenceList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is present in streams, for other programs (AnyCable 1.6). */
@Path("/presence/{stream: .+}/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publishing from outside")
public class PresenceResource {

  @Inject BroadcastKey key;
  @Inject PresenceList presence;

  @GET
  @Anonymous
  @Operation(summary = "Who made themselves present in a stream; needs the broadcast key")
  public String users(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("stream") String stream,
      @QueryParam("return_records") @DefaultValue("true") boolean returnRecords) {
    if (!key.isPresentedBy(authorization)) {
      throw Refusal.unauthenticated("Only who has the broadcast key may ask that.");
    }
    return presence.describe(stream, returnRecords);
  }
}
