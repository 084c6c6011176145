package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.ServerProcess;
import io.ropeway.it.rest.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of messages on nodes that keep them in the database, in a folder, or that once kept them in
 * the database and now do in a folder.
 */
class SharedFilesIT {

  private static final DeskNodes NODES = DeskNodes.shared();
  private static ServerProcess also;
  private static Sent early;
  private static Path orphan;

  private final DeskWorld world = new DeskWorld(NODES.database);

  /** The third node finds a folder with an old file of a message, and one of none. */
  @BeforeAll
  static void start() throws IOException {
    early = send(new DeskWorld(NODES.database), on("folder"), "a.txt", "text");
    Path kept = inFolder(early.key()).get(0);
    orphan = kept.resolveSibling(early.key().substring(0, 9) + "x".repeat(43));
    Files.writeString(orphan, "nobody's");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    Files.setLastModifiedTime(orphan, old);
    Files.setLastModifiedTime(kept, old);
    also = NODES.another("desk-also").setting("ropeway.files.folder", NODES.files).start();
  }

  @AfterAll
  static void stop() {
    also.close();
  }

  private static Api on(String node) {
    return Api.of(
        switch (node) {
          case "database" -> NODES.here.uri();
          case "folder" -> NODES.there.uri();
          default -> also.uri();
        });
  }

  private static String conversations(DeskWorld world) {
    return "/public/api/v1/inboxes/"
        + world.inboxIdentifier
        + "/contacts/"
        + world.visitor.sourceId()
        + "/conversations";
  }

  /** A message with one file. */
  private record Sent(String thread, String path) {

    String key() {
      List<String> parts = List.of(path.split("/"));
      return parts.get(parts.size() - 2);
    }
  }

  private static Sent send(DeskWorld world, Api by, String name, String content) {
    int id = by.post(conversations(world), "{}").is(200).object().getInt("id");
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\""
            + name
            + "\"\r\nContent-Type: image/png\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    var message =
        by.send(
                "POST",
                conversations(world) + "/" + id + "/messages",
                BodyPublishers.ofString(form),
                "multipart/form-data; boundary=b")
            .is(200)
            .object();
    String url = message.getJsonArray("attachments").getJsonObject(0).getString("data_url");
    return new Sent(
        "/api/v1/accounts/"
            + world.account
            + "/conversations/"
            + id
            + "/messages/"
            + message.getInt("id"),
        URI.create(url).getRawPath());
  }

  private static List<Path> inFolder(String key) throws IOException {
    try (Stream<Path> files = Files.walk(NODES.files)) {
      return files.filter(file -> file.getFileName().toString().startsWith(key)).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "database, folder, picture.svg, <svg onload='1'/>",
    "database, also, page.html, <script>1</script>",
    "folder, also, ../../page.html, <script>1</script>",
    "also, folder, a;b.svg, <svg onload='1'/>"
  })
  void areFetchedFromEveryNodeUntilTheirMessageIsDeleted(
      String node, String other, String name, String content) throws IOException {
    Sent sent = send(world, on(node), name, content);
    assertThat(inFolder(sent.key())).hasSize(node.equals("database") ? 0 : 1);
    var fetched = on(other).get(sent.path()).is(200);
    assertThat(fetched.body()).isEqualTo(content);
    assertThat(fetched.header("Content-Disposition")).startsWith("attachment");
    assertThat(fetched.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(fetched.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(on(other).with("Range", "bytes=1-3").get(sent.path()).is(206).body())
        .isEqualTo(content.substring(1, 4));
    on(other).with("Range", "bytes=999-").get(sent.path()).is(416);
    on(other).with("api_access_token", world.boss.access()).delete(sent.thread()).is(200);
    on(node).get(sent.path()).is(404);
    on(other).get(sent.path()).is(404);
    assertThat(inFolder(sent.key())).isEmpty();
  }

  @Test
  void areNotFoundByWhatIsNoAddress() throws IOException {
    Files.writeString(NODES.files.resolve("secret"), "secret");
    Sent sent = send(world, on("folder"), "a.txt", "text");
    for (String key :
        List.of(
            "..%2Fsecret",
            "%2e%2e", "secret", sent.key() + "x", sent.key().toUpperCase(Locale.ROOT))) {
      assertThat(on("folder").get("/api/v1/files/" + key + "/secret").status())
          .as(key)
          .isBetween(400, 404);
    }
  }

  @Test
  void areTakenAwayByAnUploadIfTheyBelongToNoMessage() {
    send(world, on("also"), "b.txt", "text");
    assertThat(orphan).doesNotExist();
    assertThat(on("also").get(early.path()).is(200).body()).isEqualTo("text");
  }
}
