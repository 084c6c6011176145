package io.ropeway.service.cluster;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.cluster.NodeRow;
import io.ropeway.persistence.cluster.NodeRows;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.account.Users;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.HexFormat;
import java.util.List;

/** Shows the running nodes to administrators. Blocks for the database. */
@UseCase
@ApplicationScoped
public class Nodes {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject NodeRows rows;
  @Inject UserRepository users;

  /**
   * The running nodes, by name.
   *
   * @throws Refusal FORBIDDEN for anybody but administrators
   */
  public List<NodeView> list(Identity who) {
    AppUser user =
        users
            .find(Users.userId(who))
            .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
    if (!user.isAdmin()) {
      throw Refusal.forbidden("Only administrators may see the nodes.");
    }
    return rows.living().stream().map(Nodes::view).toList();
  }

  private static NodeView view(NodeRow row) {
    return new NodeView(
        row.id(),
        HexFormat.of().toHexDigits(row.incarnation()),
        row.startedAt(),
        row.heartbeatAt(),
        object(row.counts()));
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
