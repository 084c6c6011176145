package io.ropeway.service.stream;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.TestBroadcasting;
import io.ropeway.config.StreamSettings;
import io.ropeway.config.TestSettings;
import java.util.List;

/** Makes the way out of code without a transaction, for tests of other packages. */
public final class TestPublications {

  private TestPublications() {}

  /** Publishes by a node's own broadcaster. */
  public static Publications over(TestBroadcasting broadcasting) {
    Publications publications = new Publications();
    publications.broadcaster = broadcasting.broadcaster;
    publications.writers = new StreamWriters();
    publications.writers.settings = TestSettings.of(StreamSettings.class);
    publications.writers.readSettings();
    publications.transaction =
        new PublishingTransaction() {
          @Override
          void publish(List<Event> events) {
            broadcasting.commit(events.toArray(Event[]::new));
          }
        };
    return publications;
  }
}
