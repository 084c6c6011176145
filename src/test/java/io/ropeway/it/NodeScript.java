package io.ropeway.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code src/test/node/package.json}, run by npm. What it prints is the build's output;
 * whether all its tests passed is its exit code.
 */
final class NodeScript {

  static final Path FOLDER = Path.of("src/test/node").toAbsolutePath();
  private static final long MINUTES = 10;

  private final String name;
  private final Map<String, String> environment = new HashMap<>();

  private NodeScript(String name) {
    this.name = name;
  }

  static NodeScript named(String name) {
    return new NodeScript(name);
  }

  NodeScript with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** Runs it to its end. */
  int run() throws IOException, InterruptedException {
    int installed = install();
    return installed == 0 ? npm("run", "--silent", name) : installed;
  }

  /** Installs the packages that scripts need, once for each lock file; 0 if they are there. */
  static int install() throws IOException, InterruptedException {
    Path lock = FOLDER.resolve("package-lock.json");
    Path installed = FOLDER.resolve("node_modules/.package-lock.json");
    if (!Files.exists(installed)
        || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
      return new NodeScript("install").npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
    }
    return 0;
  }

  /**
   * Runs npm with streams of its own: Node makes the pipes that it is given non-blocking, and one
   * that it shared would break the pipe by which Maven speaks to the JVM of the tests.
   */
  private int npm(String... arguments) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path output = Files.createTempFile("node-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(windows ? "npm.cmd" : "npm")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException(name + " has not ended in " + MINUTES + " minutes");
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      System.out.print(Files.readString(output));
      Files.delete(output);
    }
  }
}
