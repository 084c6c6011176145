package io.ropeway.service.broadcast;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.RemoteDisconnect;
import io.ropeway.config.LimitSettings;
import io.ropeway.service.Refusal;
import io.ropeway.service.broadcast.Publication.Disconnect;
import io.ropeway.service.broadcast.Publication.Publish;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Publishes what other programs send, in the order in which it stands in the body. */
@ApplicationScoped
public class ExternalPublications {

  @Inject Broadcaster broadcaster;
  @Inject RemoteDisconnect remoteDisconnect;
  @Inject LimitSettings limits;

  private PublicationReader reader = new PublicationReader(0);

  @PostConstruct
  void readSettings() {
    reader = new PublicationReader(limits.jsonDepth());
  }

  /**
   * Does what a body asks for.
   *
   * @throws Refusal INVALID if any part of it cannot be read; then nothing of it is done
   */
  public void accept(String body) {
    for (Publication publication : reader.read(body)) {
      if (publication instanceof Publish publish) {
        broadcaster.publish(publish.event());
      } else if (publication instanceof Disconnect disconnect) {
        remoteDisconnect.ofIdentifiers(disconnect.identifiers(), disconnect.reconnect());
      }
    }
  }
}
