package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import io.ropeway.it.rest.Api.Answer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk over HTTP: an administrator, a visitor, and an agent who answers nowhere. */
class DeskApiIT {

  private final Api anybody = Api.of(Servers.main().uri());
  private Api ada;
  private Api dan;
  private String account;
  private String contact;
  private String conversation;
  private String thread;

  @BeforeEach
  void open() {
    ada = as("ada");
    dan = as("dan");
    int accountId = ada.get("/api/v1/profile").is(200).object().getInt("account_id");
    account = "/api/v1/accounts/" + accountId;
    JsonObject inbox =
        ada.post(account + "/inboxes", "{\"name\":\"IT\",\"channel\":{\"type\":\"api\"}}")
            .is(200)
            .object();
    String contacts = "/public/api/v1/inboxes/" + inbox.getString("inbox_identifier") + "/contacts";
    JsonObject session = anybody.post(contacts, "{\"name\":\"Vic\"}").is(200).object();
    assertThat(session.getString("pubsub_token")).hasSize(24);
    contact = contacts + "/" + session.getString("source_id");
    int id = anybody.post(contact + "/conversations", "{}").is(200).object().getInt("id");
    conversation = contact + "/conversations/" + id;
    thread = account + "/conversations/" + id;
  }

  private Api as(String login) {
    Answer signedIn =
        anybody
            .post(
                "/auth/sign_in",
                "{\"email\":\"" + login + "\",\"password\":\"" + login + "-demo\"}")
            .is(200);
    return anybody
        .with("access-token", signedIn.header("access-token"))
        .with("client", signedIn.header("client"))
        .with("uid", signedIn.header("uid"));
  }

  @Test
  void theDescriptionTellsOfMessagesWithAndWithoutFiles() {
    JsonObject paths =
        ada.with("Accept", "application/json")
            .get("/openapi")
            .is(200)
            .object()
            .getJsonObject("paths");
    String message = "/messages";
    assertThat(paths.keySet()).anyMatch(path -> path.endsWith(message));
    paths.forEach(
        (path, operations) -> {
          JsonObject post = operations.asJsonObject().getJsonObject("post");
          if (path.endsWith(message) && post != null) {
            assertThat(post.getJsonObject("requestBody").getJsonObject("content"))
                .as(path)
                .containsKey("application/json");
          }
        });
    assertThat(
            paths
                .getJsonObject("/api/v1/widget/messages")
                .getJsonObject("post")
                .getJsonObject("requestBody")
                .getJsonObject("content"))
        .containsOnlyKeys("application/json", "multipart/form-data");
  }

  @Test
  void letsAVisitorAndAnAgentTalk() {
    anybody.post(conversation + "/messages", "{\"content\":\"Hello?\"}").is(200);
    JsonObject listed =
        ada.get(account + "/conversations?status=all").is(200).object().getJsonObject("data");
    assertThat(listed.getJsonObject("meta").getInt("all_count")).isPositive();
    JsonObject shown = ada.get(thread).is(200).object();
    assertThat(shown.getInt("unread_count")).isEqualTo(1);
    assertThat(shown.getJsonObject("meta").getJsonObject("sender").getString("name"))
        .isEqualTo("Vic");
    JsonObject reply =
        ada.post(thread + "/messages", "{\"content\":\"Hello!\",\"echo_id\":\"e1\"}")
            .is(200)
            .object();
    assertThat(reply.getInt("message_type")).isEqualTo(1);
    assertThat(reply.getString("echo_id")).isEqualTo("e1");
    ada.post(thread + "/messages", "{\"content\":\"A secret\",\"private\":true}").is(200);
    assertThat(anybody.get(conversation + "/messages").is(200).body())
        .contains("Hello?", "Hello!")
        .doesNotContain("A secret");
    assertThat(ada.post(thread + "/update_last_seen", "{}").is(200).object().getInt("unread_count"))
        .isZero();
    assertThat(
            ada.get(thread + "/messages?after=" + (reply.getInt("id") - 1))
                .is(200)
                .object()
                .getJsonArray("payload")
                .getJsonObject(0)
                .getString("content"))
        .isEqualTo("Hello!");
  }

  @Test
  void isNotThereForWhoMayNotSeeItAndNeverSignsThemOut() {
    for (String path : new String[] {"", "/messages", "/labels", "/participants"}) {
      assertThat(dan.get(thread + path).is(404).object().getString("error")).isNotBlank();
    }
    dan.post(thread + "/toggle_status", "{}").is(404);
    dan.post(account + "/labels", "{\"title\":\"mine\"}").is(403);
    ada.get("/api/v1/accounts/99999/conversations").is(404);
    anybody.get(thread).is(401);
  }

  @Test
  void changesStateAgentAndLabels() {
    JsonObject resolved = ada.post(thread + "/toggle_status", "{}").is(200).object();
    assertThat(resolved.getJsonObject("payload").getString("current_status")).isEqualTo("resolved");
    int me = ada.get("/api/v1/profile").object().getInt("id");
    assertThat(
            ada.post(thread + "/assignments", "{\"assignee_id\":" + me + "}")
                .is(200)
                .object()
                .getInt("id"))
        .isEqualTo(me);
    assertThat(ada.post(thread + "/assignments", "{\"assignee_id\":0}").is(200).body())
        .isEqualTo("null");
    assertThat(ada.post(thread + "/labels", "{\"labels\":[\"VIP\"]}").is(200).body())
        .isEqualTo("{\"payload\":[\"vip\"]}");
    ada.post(thread + "/toggle_typing_status", "{\"typing_status\":\"on\"}").is(200);
    assertThat(ada.post(thread + "/toggle_priority", "{\"priority\":\"high\"}").is(200).body())
        .isEmpty();
    assertThat(ada.post(thread + "/toggle_status", "{\"status\":\"gone\"}").is(422).body())
        .contains("error");
  }

  @Test
  void tellsTheListsThatClientsStartWith() {
    for (String list :
        new String[] {
          "agents",
          "teams",
          "labels",
          "inboxes",
          "cache_keys",
          "macros",
          "canned_responses",
          "notifications",
          "notification_settings",
          "contacts",
          "assignable_agents"
        }) {
      ada.get(account + "/" + list).is(200);
    }
    assertThat(
            ada.get(account + "/notifications?page=1")
                .object()
                .getJsonObject("data")
                .getJsonObject("meta")
                .getString("current_page"))
        .isEqualTo("1");
  }

  @Test
  void keepsFilesUntilTheirMessageIsDeleted() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nSee\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"attachments[]\";"
            + " filename=\"../a.html\"\r\nContent-Type: text/html\r\n\r\n<script>1</script>\r\n"
            + "--b--\r\n";
    JsonObject message =
        ada.send(
                "POST",
                thread + "/messages",
                BodyPublishers.ofString(form, StandardCharsets.UTF_8),
                "multipart/form-data; boundary=b")
            .is(200)
            .object();
    String address = message.getJsonArray("attachments").getJsonObject(0).getString("data_url");
    String path = URI.create(address).getRawPath();
    Answer fetched = anybody.get(path).is(200);
    assertThat(fetched.body()).isEqualTo("<script>1</script>");
    assertThat(fetched.header("Content-Disposition")).startsWith("attachment").contains("a.html");
    assertThat(fetched.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(anybody.with("Range", "bytes=1-6").get(path).is(206).body()).isEqualTo("script");
    ada.delete(thread + "/messages/" + message.getInt("id")).is(200);
    anybody.get(path).is(404);
  }
}
