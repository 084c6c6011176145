package io.ropeway.service.reading;

import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The streams that somebody may read, as all features together know them. */
@ApplicationScoped
public class ReadableStreams {

  @Inject @Any Instance<ReadingRule> rules;

  /**
   * The stream of a name.
   *
   * @return empty if there is none or it may not be read; it is not told which
   */
  public Optional<String> find(String name, Identity who) {
    for (ReadingRule rule : rules) {
      Optional<String> stream = rule.find(name, who);
      if (stream.isPresent()) {
        return stream;
      }
    }
    return Optional.empty();
  }
}
