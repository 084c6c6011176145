package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.file.FetchedFile;
import io.ropeway.service.support.file.FileStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The files of messages. Their addresses are the secrets, and end with their messages. Only what
 * browsers show without running anything is shown; everything else is a download.
 */
@Path("/v1/files/{key}/{name}")
@RequestScoped
@Tag(name = "Support desk: files")
public class FilesResource {

  @Inject FileStore files;

  @GET
  @Anonymous
  @Operation(summary = "A file, or a part of it")
  public Response get(
      @PathParam("key") String key,
      @PathParam("name") String name,
      @HeaderParam("Range") @Nullable String range) {
    FetchedFile file =
        files.fetch(key).orElseThrow(() -> Refusal.notFound("There is no such file."));
    byte[] content = file.content();
    Optional<ByteRange> part = ByteRange.of(range, content.length);
    if (part.filter(ByteRange.NOTHING::equals).isPresent()) {
      return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header("Content-Range", "bytes */" + content.length)
          .build();
    }
    ByteRange sent = part.orElseGet(() -> new ByteRange(0, content.length - 1));
    StreamingOutput body = out -> out.write(content, sent.first(), sent.length());
    Response.ResponseBuilder response =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(body)
            .header(HttpHeaders.CONTENT_TYPE, file.kind().contentType())
            .header(HttpHeaders.CONTENT_LENGTH, sent.length())
            .header("Accept-Ranges", "bytes")
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file));
    if (part.isPresent()) {
      response.header(
          "Content-Range", "bytes " + sent.first() + "-" + sent.last() + "/" + content.length);
    }
    return response.build();
  }

  private static String disposition(FetchedFile file) {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return (file.kind().isShown() ? "inline" : "attachment") + "; filename*=UTF-8''" + name;
  }
}
