package io.ropeway.it.stream;

import static io.ropeway.it.client.Frames.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.ServerSetup;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Who reads on after the last id that was seen misses nothing, whoever writes on whichever node.
 */
class PagingIT {

  private static final int WRITERS = 8;
  private static final int EACH = 60;

  private static ServerSetup node(String name, Database database) {
    return ServerProcess.named(name)
        .on(database)
        .demo()
        .setting("ropeway.streams.durable", "room:*");
  }

  @Test
  void missesNothingThatTwoNodesWriteMeanwhile() {
    Database database = Database.create();
    try (ServerProcess one = node("paging-1", database).start();
        ServerProcess two = node("paging-2", database).start()) {
      Person bobAtOne = new People(one::uri).signIn("bob");
      Person cydAtTwo = new People(two::uri).signIn("cyd");
      List<Long> said = Collections.synchronizedList(new ArrayList<>());
      ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
      List<CompletableFuture<Void>> writing =
          IntStream.range(0, WRITERS)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> say(i % 2 == 0 ? bobAtOne : cydAtTwo, i, said), threads))
              .toList();
      CompletableFuture<Void> all =
          CompletableFuture.allOf(writing.toArray(CompletableFuture[]::new));
      List<Long> readAtOne = new ArrayList<>();
      List<Long> readAtTwo = new ArrayList<>();
      boolean more = true;
      while (more) {
        more = !all.isDone();
        readOn(bobAtOne, readAtOne);
        readOn(cydAtTwo, readAtTwo);
      }
      all.join();
      threads.shutdown();
      assertThat(said).hasSize(WRITERS * EACH);
      assertThat(readAtOne).isSorted().containsAll(said);
      assertThat(readAtTwo).isEqualTo(readAtOne);
    }
  }

  private static void say(Person who, int writer, List<Long> said) {
    for (int i = 0; i < EACH; i++) {
      String made =
          who.request("POST", "/api/rooms/general/messages", object("text", writer + ":" + i), 201);
      said.add(Frames.parse(made).getJsonNumber("id").longValue());
    }
  }

  /** Reads all that is there after the last id, page by page. */
  private static void readOn(Person who, List<Long> read) {
    boolean hasMore = true;
    while (hasMore) {
      long last = read.isEmpty() ? 0 : read.get(read.size() - 1);
      JsonObject page = Frames.parse(who.get("/api/rooms/general/messages?limit=20&after=" + last));
      page.getJsonArray("messages")
          .getValuesAs(JsonObject.class)
          .forEach(message -> read.add(message.getJsonNumber("id").longValue()));
      hasMore = page.getBoolean("hasMore");
    }
  }
}
