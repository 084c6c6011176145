package io.ropeway.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of messages are kept.
 *
 * @param folder an absolute path that all nodes share; without one files are in the database
 */
@Settings("files")
public record FileSettings(Optional<String> folder) {

  public FileSettings {
    if (folder.filter(path -> !Path.of(path).isAbsolute()).isPresent()) {
      throw new IllegalArgumentException("ropeway.files.folder is an absolute path");
    }
  }

  /** The folder. */
  public Optional<Path> path() {
    return folder.map(Path::of);
  }
}
