package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Database;
import io.ropeway.it.ServerProcess;
import io.ropeway.it.rest.Api.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server for real, whose database is empty. */
class SeededStartIT {

  private static final String FILE =
      """
      {"accounts": [{"name": "Acme",
        "users": [{"login": "ann@example.com", "password": "secret-of-ann",
          "role": "administrator"}],
        "inboxes": [{"name": "Website", "type": "web_widget", "members": ["ann@example.com"]}]}]}
      """;

  @TempDir Path folder;

  @Test
  void hasThePeopleOfItsSeedFileWhoAddTheOthers() throws IOException {
    Path file = Files.writeString(folder.resolve("seed.json"), FILE);
    try (ServerProcess server =
        ServerProcess.named("seeded")
            .on(Database.create())
            .setting("ropeway.seed.file", file)
            .start()) {
      Api api = Api.of(server.uri());
      Api ann = signIn(api, "ann@example.com", "secret-of-ann");
      JsonObject profile = ann.get("/api/v1/profile").is(200).object();
      String account = "/api/v1/accounts/" + profile.getInt("account_id");
      assertThat(ann.get(account + "/inboxes").is(200).object().getJsonArray("payload"))
          .extracting(inbox -> inbox.asJsonObject().getString("name"))
          .containsExactly("Website");
      ann.post(
              account + "/agents",
              """
              {"email": "ben@example.com", "name": "Ben", "role": "agent",
               "password": "secret-of-ben"}
              """)
          .is(200);
      signIn(api, "ben@example.com", "secret-of-ben").get(account + "/conversations").is(200);
    }
  }

  private static Api signIn(Api api, String email, String password) {
    Answer signedIn =
        api.post(
                "/auth/sign_in",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
            .is(200);
    return api.with("access-token", signedIn.header("access-token"))
        .with("client", signedIn.header("client"))
        .with("uid", signedIn.header("uid"));
  }
}
