package io.ropeway.broadcast;

import io.ropeway.config.NodeSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Who this node is: an id, which an operator may choose, and a random incarnation, which no two
 * starts share. What a node leaves behind for others, such as leases and messages, carries the
 * incarnation.
 */
@ApplicationScoped
public class ThisNode {

  @Inject NodeSettings settings;

  private final long incarnation = new SecureRandom().nextLong();
  private String id = "";

  @PostConstruct
  void name() {
    id =
        settings
            .id()
            .filter(name -> !name.isBlank())
            .orElseGet(() -> HexFormat.of().toHexDigits(incarnation));
  }

  /** The node's name. */
  public String id() {
    return id;
  }

  /** Names this start of the node. */
  public long incarnation() {
    return incarnation;
  }
}
