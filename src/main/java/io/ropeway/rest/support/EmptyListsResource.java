package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.view.AccountViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients ask for when they start and this desk has none of. */
@Path(DeskPath.ACCOUNT)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: lists of an account")
public class EmptyListsResource {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject AccountViews views;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @GET
  @Path("/{list: dashboard_apps|custom_attribute_definitions|canned_responses|custom_filters}")
  @Operation(summary = "An empty list")
  public JsonArray list(@PathParam("list") String list) {
    views.enter(caller.identity(), account);
    return JsonValue.EMPTY_JSON_ARRAY;
  }

  @GET
  @Path("/{list: macros|webhooks|campaigns|automation_rules|integrations/apps}")
  @Operation(summary = "An empty list")
  public JsonObject payload(@PathParam("list") String list) {
    views.enter(caller.identity(), account);
    return JSON.createObjectBuilder().add("payload", JsonValue.EMPTY_JSON_ARRAY).build();
  }
}
