package io.ropeway.rest;

import io.ropeway.service.cluster.NodeView;
import io.ropeway.service.cluster.Nodes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The nodes of this installation. */
@Path("/nodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class NodesResource {

  @Inject Nodes nodes;
  @Inject Caller caller;

  @GET
  @Operation(summary = "The running nodes, with what each had counted at its last heartbeat")
  public List<NodeView> list() {
    return nodes.list(caller.identity());
  }
}
