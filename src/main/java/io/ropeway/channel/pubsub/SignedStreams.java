package io.ropeway.channel.pubsub;

import io.ropeway.broadcast.NamePattern;
import io.ropeway.broadcast.StreamNames;
import io.ropeway.channel.ChannelRegistry;
import io.ropeway.config.PubsubSettings;
import io.ropeway.config.StartOrder;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Which streams may be followed by their names alone. */
@ApplicationScoped
public class SignedStreams {

  private static final int LONGEST = 500;

  @Inject PubsubSettings settings;
  @Inject StreamNames names;
  @Inject ChannelRegistry channels;

  private List<NamePattern> followable = List.of();
  private List<NamePattern> open = List.of();

  /** Has this bean made before anything is published, for all to agree on what is durable. */
  void startWithApplication(
      @Observes @Priority(StartOrder.CHECK) @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void readSettings() {
    if (settings.isOn()) {
      followable = settings.streams().stream().map(NamePattern::new).toList();
      open = settings.publicStreams().stream().map(NamePattern::new).toList();
      names.declareDurable(settings.streams());
    }
  }

  /** The stream of a name that everybody may follow. */
  Optional<String> ofPublicName(String name) {
    return matches(open, name) ? followable(name) : Optional.empty();
  }

  /** The stream of a signed name; empty also if it is signed by somebody else. */
  Optional<String> ofSignedName(String signed) {
    return settings
        .secret()
        .flatMap(secret -> SignedText.verify(signed, secret))
        .flatMap(this::followable);
  }

  /** Whether followers of signed names may whisper. */
  boolean whisper() {
    return settings.whisper();
  }

  private Optional<String> followable(String name) {
    return !name.isEmpty()
            && name.length() <= LONGEST
            && matches(followable, name)
            && !channels.isDeclared(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean matches(List<NamePattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }
}
