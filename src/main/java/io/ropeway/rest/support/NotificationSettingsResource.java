package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.NotificationChanges;
import io.ropeway.service.support.view.NotificationViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller wants to be told by mail and by push. */
@Path(DeskPath.ACCOUNT + "/notification_settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: notifications")
public class NotificationSettingsResource {

  @Inject NotificationViews views;
  @Inject NotificationChanges changes;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @GET
  @Operation(summary = "The settings, and all that there are to choose from")
  public JsonObject get() {
    return views.settings(caller.identity(), account);
  }

  @PUT
  @Operation(summary = "Replaces the settings")
  public JsonObject put(Fields body) {
    Fields settings = body.within("notification_settings");
    changes.settings(
        caller.identity(),
        account,
        types("email_", settings.texts("selected_email_flags")),
        types("push_", settings.texts("selected_push_flags")));
    return get();
  }

  @PATCH
  @Operation(summary = "Replaces the settings")
  public JsonObject patch(Fields body) {
    return put(body);
  }

  private static List<String> types(String prefix, List<String> flags) {
    return flags.stream()
        .map(flag -> flag.startsWith(prefix) ? flag.substring(prefix.length()) : flag)
        .toList();
  }
}
