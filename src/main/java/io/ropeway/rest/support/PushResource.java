package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes note of no device: this server pushes nothing past the cable. */
@Path("/v1/notification_subscriptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: notifications")
public class PushResource {

  @Inject Caller caller;

  @POST
  @Operation(summary = "Accepts a device and does nothing with it")
  public JsonObject add(Fields body) {
    return nothing();
  }

  @DELETE
  @Operation(summary = "Forgets a device that nobody knew")
  public JsonObject remove() {
    return nothing();
  }

  private JsonObject nothing() {
    caller.identity();
    return JsonValue.EMPTY_JSON_OBJECT;
  }
}
