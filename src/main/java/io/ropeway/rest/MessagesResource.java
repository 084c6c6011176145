package io.ropeway.rest;

import io.ropeway.service.chat.ChatMessages;
import io.ropeway.service.chat.ChatRooms;
import io.ropeway.service.chat.MessagePage;
import io.ropeway.service.chat.MessageView;
import io.ropeway.service.chat.PostedMessage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is said in a room. */
@Path("/rooms/{slug}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class MessagesResource {

  private static final int PAGE = 50;

  @Inject ChatRooms rooms;
  @Inject ChatMessages messages;
  @Inject Caller caller;

  /** The body of a new message. */
  public record NewMessage(@Nullable String text, @Nullable String clientMessageId) {}

  /** The body that changes a message. */
  public record NewText(@Nullable String text) {}

  @GET
  @Operation(summary = "Messages by ascending id: the newest, or those before or after an id")
  public MessagePage page(
      @PathParam("slug") String slug,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    Long wanted = Numbers.parse("limit", limit);
    return messages.page(
        roomId(slug),
        Numbers.parse("before", before),
        Numbers.parse("after", after),
        wanted == null ? PAGE : Numbers.clamp(wanted));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Says something: 201, or 200 with the first of that clientMessageId")
  public Response post(@PathParam("slug") String slug, @NotNull NewMessage body) {
    PostedMessage posted =
        messages.post(roomId(slug), caller.identity(), body.text(), body.clientMessageId());
    return Response.status(posted.duplicate() ? Response.Status.OK : Response.Status.CREATED)
        .entity(posted.message())
        .build();
  }

  @PATCH
  @Path("/{id: \\d{1,18}}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Replaces a message's text; for its author and moderators")
  public MessageView edit(
      @PathParam("slug") String slug, @PathParam("id") long id, @NotNull NewText body) {
    return messages.edit(roomId(slug), id, caller.identity(), body.text());
  }

  @DELETE
  @Path("/{id: \\d{1,18}}")
  @Operation(summary = "Erases a message's text; for its author and moderators")
  public void delete(@PathParam("slug") String slug, @PathParam("id") long id) {
    messages.delete(roomId(slug), id, caller.identity());
  }

  private long roomId(String slug) {
    return rooms.require(slug, caller.identity());
  }
}
