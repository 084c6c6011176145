package io.ropeway.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says about a Java process: CPU time and resident memory; Linux only. */
final class ProcessMeter {
  private static final long TICK_MICROS = 10_000;

  private final long pid;

  ProcessMeter(long pid) {
    this.pid = pid;
  }

  /** User and system time of all threads so far, in microseconds, in steps of 10 ms. */
  long cpuMicros() {
    String stat = read("stat");
    // The command name may hold blanks; the numbers follow its closing bracket.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MICROS;
  }

  /** Resident kilobytes. */
  long residentKilobytes() {
    for (String line : read("status").split("\n", -1)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("No VmRSS for process " + pid);
  }

  /** Has the process collect its garbage, so that what is resident is what is in use. */
  void collectGarbage() {
    jcmd("GC.run");
  }

  /** Kilobytes of live objects, after a collection. */
  long liveHeapKilobytes() {
    String histogram = jcmd("GC.class_histogram");
    String total = histogram.substring(histogram.lastIndexOf("Total")).trim();
    return Long.parseLong(total.split("\\s+", -1)[2]) / 1024;
  }

  private String jcmd(String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(output);
      }
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException gone) {
      throw new UncheckedIOException("Process " + pid + " is gone", gone);
    }
  }
}
