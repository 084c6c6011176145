package io.ropeway.service.broadcast;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.RemoteDisconnect;
import io.ropeway.config.LimitSettings;
import io.ropeway.service.Refusal;
import io.ropeway.service.broadcast.Publication.Disconnect;
import io.ropeway.service.broadcast.Publication.Publish;
import io.ropeway.service.stream.Publications;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes what other programs send, in the order in which it stands in the body. What goes to
 * durable streams is stored when the call returns, a batch in one transaction.
 */
@ApplicationScoped
public class ExternalPublications {

  @Inject Publications publications;
  @Inject LimitSettings limits;

  private PublicationReader reader = new PublicationReader(0);

  @PostConstruct
  void readSettings() {
    reader = new PublicationReader(limits.jsonDepth());
  }

  /**
   * Does what a body asks for.
   *
   * @throws Refusal INVALID if any part of it cannot be read, UNAVAILABLE if it cannot be stored
   *     now; then nothing of it is done
   */
  public void accept(String body) {
    List<Event> events = new ArrayList<>();
    for (Publication publication : reader.read(body)) {
      if (publication instanceof Publish publish) {
        events.add(publish.event());
      } else if (publication instanceof Disconnect disconnect) {
        events.add(
            RemoteDisconnect.ofIdentifiers(disconnect.identifiers(), disconnect.reconnect()));
      }
    }
    publications.publishAll(events);
  }
}
