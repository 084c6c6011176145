package io.ropeway.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A script under {@code src/test/node} that answers questions: a line of JSON in, a line of JSON
 * out. It has pipes of its own, and what it says besides is kept in a file.
 */
public final class NodeProcess implements AutoCloseable {

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;
  private final Path errors;

  private NodeProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a script.
   *
   * @param script its path below {@code src/test/node}
   * @param log the name of the file for what it says on its error stream
   */
  public static NodeProcess start(String script, String log) {
    try {
      if (NodeScript.install() != 0) {
        throw new IllegalStateException("npm cannot install what Node's clients need");
      }
      Path errors = Installation.serverBase(log + ".log");
      errors.getParent().toFile().mkdirs();
      Process process =
          new ProcessBuilder("node", script)
              .directory(NodeScript.FOLDER.toFile())
              .redirectError(errors.toFile())
              .start();
      return new NodeProcess(process, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks, and waits for the answer. */
  public synchronized JsonObject ask(JsonObject question) {
    try {
      questions.write(question + "\n");
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("Node has ended, see " + errors);
      }
      try (JsonReader reader = Json.createReader(new StringReader(answer))) {
        return reader.readObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("See " + errors, e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
