package io.ropeway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The tables of a run, in {@code target/benchmark.md} and on the console. */
final class Report {
  private static final Path FILE = Path.of("target", "benchmark.md");

  private static boolean begun;

  private Report() {}

  /** Adds a table below the others of this run; those of an earlier run go. */
  static synchronized void add(String table) throws IOException {
    if (begun) {
      Files.writeString(FILE, "\n" + table + "\n", StandardOpenOption.APPEND);
    } else {
      Files.writeString(FILE, table + "\n");
      begun = true;
    }
    System.out.println(table);
  }
}
