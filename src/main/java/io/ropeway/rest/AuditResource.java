package io.ropeway.rest;

import io.ropeway.service.audit.Audit;
import io.ropeway.service.audit.AuditPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who used special rights for what. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AuditResource {

  private static final int PAGE = 50;

  @Inject Audit audit;
  @Inject Caller caller;

  @GET
  @Operation(summary = "Entries by descending id: the newest, or those before an id")
  public AuditPage page(
      @QueryParam("before") @Nullable String before, @QueryParam("limit") @Nullable String limit) {
    Long wanted = Numbers.parse("limit", limit);
    return audit.page(
        caller.identity(),
        Numbers.parse("before", before),
        wanted == null ? PAGE : Numbers.clamp(wanted));
  }
}
