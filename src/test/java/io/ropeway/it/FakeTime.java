package io.ropeway.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Debian's package {@code libfaketime}, by which a process sees another time than the machine. */
public final class FakeTime {

  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final String NAME = "faketime/libfaketimeMT.so.1";

  private FakeTime() {}

  /** Whether this machine has it. */
  public static boolean isInstalled() {
    return library().isPresent();
  }

  /**
   * The environment of a process whose clock is ahead; durations stay what they are. What the
   * library does for older C libraries by default would end a virtual machine's timed waits at
   * once.
   */
  static Map<String, String> ahead(Duration time) {
    return Map.of(
        "LD_PRELOAD",
        library().orElseThrow().toString(),
        "FAKETIME",
        "+" + time.toSeconds() + "s",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  private static Optional<Path> library() {
    if (!Files.isDirectory(LIBRARIES)) {
      return Optional.empty();
    }
    try (Stream<Path> architectures = Files.list(LIBRARIES)) {
      return architectures.map(folder -> folder.resolve(NAME)).filter(Files::exists).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
