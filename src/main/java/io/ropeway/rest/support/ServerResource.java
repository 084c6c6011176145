package io.ropeway.rest.support;

import io.ropeway.rest.Anonymous;
import io.ropeway.service.DatabaseWatch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients ask before anybody signs in: whether this is a server that they can talk to. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support desk: signing in")
public class ServerResource {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** The version whose wire contract this is; clients warn of older ones than they know. */
  private static final String VERSION = "4.9.1";

  @Inject DatabaseWatch database;
  @Inject Clock clock;

  @GET
  @Anonymous
  @Operation(summary = "The version of the contract, and whether what it needs is there")
  public JsonObject server() {
    return JSON.createObjectBuilder()
        .add("version", VERSION)
        .add("timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .add("queue_services", "ok")
        .add("data_services", database.isAway() ? "failing" : "ok")
        .build();
  }
}
