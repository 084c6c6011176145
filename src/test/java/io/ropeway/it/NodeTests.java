package io.ropeway.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs tests that are written for Node, as the scripts of their package.json name them. */
final class NodeTests {

  private static final Path PACKAGE = Path.of("src", "test", "node").toAbsolutePath();
  private static final Path INSTALLED = PACKAGE.resolve("node_modules/.package-lock.json");
  private static final Duration INSTALLATION = Duration.ofMinutes(5);
  private static final int LINES_TO_SHOW = 200;

  private NodeTests() {}

  /**
   * Runs a script and fails with the end of its output unless it ends well in time.
   *
   * @param script its name in package.json, such as {@code test:clients}
   */
  static void run(String script, Duration limit, Map<String, String> environment) {
    install();
    npm(List.of("run", "--silent", script), limit, environment);
  }

  private static synchronized void install() {
    try {
      if (!Files.exists(INSTALLED)
          || Files.getLastModifiedTime(INSTALLED)
                  .compareTo(Files.getLastModifiedTime(PACKAGE.resolve("package-lock.json")))
              < 0) {
        npm(List.of("ci", "--no-audit", "--no-fund", "--loglevel=error"), INSTALLATION, Map.of());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void npm(List<String> arguments, Duration limit, Map<String, String> environment) {
    String what = "npm " + String.join(" ", arguments);
    Path log = Path.of("target", what.replaceAll("[^a-z]+", "-") + ".log").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder("npm")
            .directory(PACKAGE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.command().addAll(arguments);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      assertThat(ended).as("%s ends within %s%n%s", what, limit, end(log)).isTrue();
      assertThat(process.exitValue()).as("%s%n%s", what, end(log)).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
  }
}
