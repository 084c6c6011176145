package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.support.ContactAddress;
import io.ropeway.service.support.WidgetSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The visitor of a website. */
@Path(DeskPath.WIDGET + "/contact")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: the widget of a website")
public class WidgetContactResource {

  @Inject WidgetSessions sessions;
  @BeanParam WidgetParams params = new WidgetParams();

  @GET
  @Anonymous
  @Operation(summary = "The visitor")
  public JsonObject contact() {
    return sessions.contact(who());
  }

  @PATCH
  @Anonymous
  @Operation(summary = "Tells more of the visitor")
  public JsonObject change(Fields body) {
    return sessions.update(who(), PublicInboxResource.details(body));
  }

  @PATCH
  @Path("/set_user")
  @Anonymous
  @Operation(summary = "Says who the visitor is, with a proof if the inbox wants one")
  public JsonObject identify(Fields body) {
    return sessions.identify(who(), PublicInboxResource.details(body));
  }

  @POST
  @Path("/destroy_custom_attributes")
  @Anonymous
  @Operation(summary = "Forgets some attributes of the visitor")
  public JsonObject forget(Fields body) {
    return sessions.forget(who(), body.texts("custom_attributes"));
  }

  private ContactAddress who() {
    return sessions.who(params.website(), params.token);
  }
}
