package io.ropeway.channel.pubsub;

import io.ropeway.service.reading.ReadingRule;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Public streams by their names, for everybody; others by signed names, for whoever has one. */
@ApplicationScoped
public class NamedStreamReading implements ReadingRule {

  @Inject SignedStreams streams;

  @Override
  public Optional<String> find(String name, Identity who) {
    return streams.ofPublicName(name).or(() -> streams.ofSignedName(name));
  }
}
