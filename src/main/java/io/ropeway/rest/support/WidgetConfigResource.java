package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.support.WidgetSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a website's widget begins with. */
@Path(DeskPath.WIDGET)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: the widget of a website")
public class WidgetConfigResource {

  @Inject WidgetSessions sessions;
  @BeanParam WidgetParams params = new WidgetParams();

  @POST
  @Path("/config")
  @Anonymous
  @Operation(summary = "Comes in, with the token of before as who that was, else anew")
  public JsonObject config() {
    return sessions.begin(params.website(), params.token);
  }

  @GET
  @Path("/inbox_members")
  @Anonymous
  @Operation(summary = "Who answers there, and whether they are there")
  public JsonObject members() {
    return sessions.members(params.website());
  }

  @GET
  @Path("/campaigns")
  @Anonymous
  @Operation(summary = "An empty list")
  public JsonArray campaigns() {
    sessions.visit(params.website());
    return JsonValue.EMPTY_JSON_ARRAY;
  }

  @POST
  @Path("/events")
  @Anonymous
  @Operation(summary = "Takes note of nothing")
  public Response event() {
    sessions.visit(params.website());
    return Response.noContent().build();
  }
}
