package io.ropeway.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a database begins with.
 *
 * @param file a file of accounts, users and inboxes, read at each start; none adds nothing
 */
@Settings("seed")
public record SeedSettings(Optional<String> file) {

  /** The file. */
  public Optional<Path> path() {
    return file.map(Path::of);
  }
}
