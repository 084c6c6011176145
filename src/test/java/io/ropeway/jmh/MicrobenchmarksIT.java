package io.ropeway.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** Prints the microbenchmarks' table. */
@Tag("benchmark")
class MicrobenchmarksIT {
  private static final Path TABLE = Path.of("target", "microbenchmarks.md");

  @Test
  void printsTimesAndAllocations() throws RunnerException, IOException {
    String table = Microbenchmarks.run();
    Files.writeString(TABLE, table);
    System.out.println(table);
    assertThat(table).contains("deliver, 10000 followers");
  }
}
