package io.ropeway.it.faults;

import io.ropeway.it.NodeProcess;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The clients of npm, all of one make in one process of Node. */
final class NodeParty implements Party {

  private final NodeProcess node;
  private final boolean patient;

  private NodeParty(Kind kind, boolean patient) {
    this.patient = patient;
    node = NodeProcess.start("faults/party.mjs", "node-" + kind.name().toLowerCase());
  }

  /** A party whose clients wait at most 8 s between two tries, so that no test waits minutes. */
  static NodeParty of(Kind kind) {
    return new NodeParty(kind, false);
  }

  /** A party whose clients wait as long as their library has them wait. */
  static NodeParty withTheirOwnBackOff(Kind kind) {
    return new NodeParty(kind, true);
  }

  @Override
  public void enter(List<Seat> seats) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    seats.forEach(seat -> all.add(seat.json()));
    node.ask(question("enter").add("seats", all).add("ownBackOff", patient).build());
  }

  @Override
  public void speak(Duration pace) {
    node.ask(question("speak").add("pace", pace.toMillis()).build());
  }

  @Override
  public void hush() {
    node.ask(question("hush").build());
  }

  @Override
  public void type(Duration pace) {
    node.ask(question("type").add("pace", pace.toMillis()).build());
  }

  @Override
  public List<Standing> standings() {
    return node
        .ask(question("standings").build())
        .getJsonArray("standings")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(
            json ->
                new Standing(
                    json.getInt("number"),
                    json.getBoolean("live"),
                    json.getBoolean("waiting"),
                    json.getJsonNumber("last").longValue(),
                    json.getInt("sockets"),
                    json.getInt("acknowledged"),
                    json.getInt("typing")))
        .toList();
  }

  @Override
  public List<Diary> diaries() {
    try {
      Path file = Files.createTempFile("diaries-", ".json");
      node.ask(question("diaries").add("file", file.toString()).build());
      try (Reader text = Files.newBufferedReader(file);
          JsonReader reader = Json.createReader(text)) {
        return reader.readArray().getValuesAs(JsonObject.class).stream().map(Diary::of).toList();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    node.close();
  }

  private static JsonObjectBuilder question(String name) {
    return Json.createObjectBuilder().add("do", name);
  }
}
