package io.ropeway.rest;

import io.ropeway.service.chat.ChatRooms;
import io.ropeway.service.chat.MemberView;
import io.ropeway.service.chat.RoomMembers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who belongs to a room. */
@Path("/rooms/{slug}/members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class MembersResource {

  @Inject ChatRooms rooms;
  @Inject RoomMembers members;
  @Inject Caller caller;

  /** The body that makes a member; the role may be left out. */
  public record Membership(@Nullable String role) {}

  @GET
  @Operation(summary = "A room's members, by name, and whether they are there now")
  public List<MemberView> list(@PathParam("slug") String slug) {
    return members.list(rooms.require(slug, caller.identity()));
  }

  @PUT
  @Path("/{userId: \\d{1,18}}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes somebody a member or changes the role; for moderators")
  public MemberView put(
      @PathParam("slug") String slug, @PathParam("userId") long userId, @Nullable Membership body) {
    return members.put(slug, caller.identity(), userId, body == null ? null : body.role());
  }

  @DELETE
  @Path("/{userId: \\d{1,18}}")
  @Operation(summary = "Ends a membership: a moderator anybody's, everybody their own")
  public void remove(@PathParam("slug") String slug, @PathParam("userId") long userId) {
    members.remove(slug, caller.identity(), userId);
  }
}
