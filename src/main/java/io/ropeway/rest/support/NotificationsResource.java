package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.view.NotificationViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller is told of conversations. */
@Path(DeskPath.ACCOUNT + "/notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: notifications")
public class NotificationsResource {

  @Inject NotificationViews views;
  @Inject Caller caller;

  @PathParam("account")
  long account;

  @GET
  @Operation(summary = "Some notifications by their last activity, and how many are unread")
  public JsonObject list(
      @QueryParam("sort_order") @Nullable String order,
      @QueryParam("includes[]") List<String> includes,
      @QueryParam("page") @Nullable String page) {
    return views.list(
        caller.identity(),
        account,
        includes.contains("read"),
        includes.contains("snoozed"),
        "asc".equals(order),
        page);
  }

  @GET
  @Path("/unread_count")
  @Operation(summary = "How many notifications are unread")
  public long unreadCount() {
    return views.unreadCount(caller.identity(), account);
  }
}
