package io.ropeway.broadcast;

import io.ropeway.config.StreamSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which streams are durable: those whose names match a pattern that a channel declares or a setting
 * lists. In a pattern {@code *} stands for any run of characters. It depends on the name alone, so
 * that all nodes and all publishers agree.
 */
@ApplicationScoped
public class StreamNames {

  /** What concerns every node; followed by all of them, and by nobody else. */
  static final String CONTROL = "$control";

  @Inject StreamSettings settings;

  private final List<NamePattern> durable = new CopyOnWriteArrayList<>();

  @PostConstruct
  void readSettings() {
    declareDurable(List.of(CONTROL));
    declareDurable(settings.durable());
  }

  /** Adds patterns; while the application starts, before anything is published. */
  public void declareDurable(Collection<String> patterns) {
    patterns.stream().map(NamePattern::new).forEach(durable::add);
  }

  /** Whether events of this stream are kept in its log. */
  public boolean isDurable(String stream) {
    for (NamePattern pattern : durable) {
      if (pattern.matches(stream)) {
        return true;
      }
    }
    return false;
  }
}
