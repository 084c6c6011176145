package io.ropeway.rest;

import io.ropeway.service.Refusal;
import io.ropeway.service.chat.ChatMessages;
import io.ropeway.service.chat.ChatRooms;
import io.ropeway.service.chat.RoomView;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Chat rooms. One that the caller may not enter is not there. */
@Path("/rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms")
public class RoomsResource {

  @Inject ChatRooms rooms;
  @Inject ChatMessages messages;
  @Inject Caller caller;

  /** The body that makes a room. */
  public record NewRoom(
      @Nullable String slug, @Nullable String name, @Nullable String visibility) {}

  /** The body that marks a room as read. */
  public record ReadUpTo(@Positive long messageId) {}

  @GET
  @Operation(summary = "The rooms that the caller may enter, by name")
  public List<RoomView> list() {
    return rooms.list(caller.identity());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a room, with the caller as its moderator")
  public Response create(@NotNull @Valid NewRoom body) {
    RoomView room = rooms.create(caller.identity(), body.slug(), body.name(), body.visibility());
    return Response.created(URI.create("/api/rooms/" + room.slug())).entity(room).build();
  }

  @GET
  @Path("/{slug}")
  @Operation(summary = "One room")
  public RoomView get(@PathParam("slug") String slug) {
    return rooms
        .find(slug, caller.identity())
        .orElseThrow(() -> Refusal.notFound("There is no such room."));
  }

  @PUT
  @Path("/{slug}/read")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Marks a room as read up to a message; marks never go back")
  public void read(@PathParam("slug") String slug, @NotNull @Valid ReadUpTo body) {
    Identity who = caller.identity();
    messages.markRead(rooms.require(slug, who), who, body.messageId());
  }
}
