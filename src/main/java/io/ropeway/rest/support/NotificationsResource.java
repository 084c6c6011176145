package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.support.NotificationChanges;
import io.ropeway.service.support.view.NotificationViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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

  private static final String ID = "/{id: " + DeskPath.ID + "}";

  @Inject NotificationViews views;
  @Inject NotificationChanges changes;
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

  @POST
  @Path("/read_all")
  @Operation(summary = "Marks all as read, or those of one conversation, by its row's id")
  public Response readAll(Fields body) {
    changes.readAll(caller.identity(), account, body.idOrNobody("primary_actor_id"));
    return Response.ok().build();
  }

  @PATCH
  @Path(ID)
  @Operation(summary = "Marks one as read")
  public JsonObject read(@PathParam("id") long id) {
    changes.read(caller.identity(), account, id);
    return views.get(caller.identity(), account, id);
  }

  @POST
  @Path(ID + "/unread")
  @Operation(summary = "Marks one as unread")
  public JsonObject unread(@PathParam("id") long id) {
    changes.unread(caller.identity(), account, id);
    return views.get(caller.identity(), account, id);
  }

  @POST
  @Path(ID + "/snooze")
  @Operation(summary = "Puts one off until a time in seconds, or for a day")
  public JsonObject snooze(@PathParam("id") long id, Fields body) {
    Long until = body.number("snoozed_until");
    changes.snooze(
        caller.identity(), account, id, until == null ? null : Instant.ofEpochSecond(until));
    return views.get(caller.identity(), account, id);
  }

  @DELETE
  @Path(ID)
  @Operation(summary = "Takes one away")
  public Response delete(@PathParam("id") long id) {
    changes.delete(caller.identity(), account, id);
    return Response.ok().build();
  }
}
