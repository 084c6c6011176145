package io.ropeway.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The floor server in a process of its own, from the tests' class path. */
final class FloorProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  FloorProcess() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FloorServer.class.getName(),
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String listening = output.readLine();
    if (listening == null) {
      throw new IOException("The floor server did not start");
    }
    port = Integer.parseInt(listening.replaceAll("\\D", ""));
  }

  Target target() {
    return new Target(port, process.pid());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
