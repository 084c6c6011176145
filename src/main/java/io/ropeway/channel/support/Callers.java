package io.ropeway.channel.support;

import io.ropeway.channel.Subscription;
import io.ropeway.service.support.event.DeskAudiences;
import io.ropeway.session.Identity;
import java.util.Optional;

/** Whom a connection to the desk's channels speaks for. */
final class Callers {

  private Callers() {}

  /** The user who is signed in, or the one whose token for listening stands in the URL. */
  static Optional<Identity> find(Subscription subscription, DeskAudiences audiences) {
    if (subscription.identity().kind() == Identity.Kind.USER) {
      return Optional.of(subscription.identity());
    }
    return subscription
        .request()
        .parameter("token")
        .or(() -> subscription.request().parameter("pubsub_token"))
        .flatMap(audiences::identify)
        .filter(found -> found.kind() == Identity.Kind.USER);
  }
}
