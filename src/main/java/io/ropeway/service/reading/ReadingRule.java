package io.ropeway.service.reading;

import io.ropeway.session.Identity;
import java.util.Optional;

/** Knows the streams of one feature by name. Every bean of this type is asked. */
public interface ReadingRule {

  /**
   * The stream of a name, if it is one of this feature's and somebody may read it. May block.
   *
   * @param name as the client states it, which for some features is not the stream's own name
   * @throws io.ropeway.service.Refusal UNAVAILABLE if that cannot be found out just now
   */
  Optional<String> find(String name, Identity who);
}
