package io.ropeway.service.stream;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.service.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The transaction of {@link Publications}. */
@UseCase
@ApplicationScoped
class PublishingTransaction {

  @Inject Broadcaster broadcaster;

  void publish(List<Event> events) {
    events.forEach(broadcaster::publish);
  }
}
