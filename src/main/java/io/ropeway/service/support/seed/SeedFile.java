package io.ropeway.service.support.seed;

import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a file of accounts: {@code {"accounts": [{"name", "users": [{"login", "name", "password",
 * "role", "admin"}], "inboxes": [{"name", "type", "members"}]}]}}. What is wrong in it ends the
 * start, with one sentence that names it.
 */
final class SeedFile {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Set<String> ROLES = Set.of(AccountUser.AGENT, AccountUser.ADMINISTRATOR);
  private static final Map<String, String> CHANNELS =
      Map.of("api", Inbox.API, "web_widget", Inbox.WEBSITE);
  private static final int LONGEST = 100;
  private static final int SHORTEST_PASSWORD = 8;

  private final Path path;

  private SeedFile(Path path) {
    this.path = path;
  }

  /**
   * The accounts of a file.
   *
   * @throws IllegalStateException if it cannot be read, or says something that makes no sense
   */
  static List<SeedAccount> read(Path path) {
    SeedFile file = new SeedFile(path);
    try (JsonReader reader = JSON.createReader(Files.newBufferedReader(path))) {
      return file.objects(reader.readObject(), "accounts").map(file::account).toList();
    } catch (IOException | JsonException e) {
      throw file.wrong("it cannot be read: " + e.getMessage());
    }
  }

  private SeedAccount account(JsonObject account) {
    String name = name(account, "name");
    List<SeedUser> users = objects(account, "users").map(this::user).toList();
    List<SeedInbox> inboxes = objects(account, "inboxes").map(this::inbox).toList();
    Set<String> logins = Set.copyOf(users.stream().map(SeedUser::login).toList());
    for (SeedInbox inbox : inboxes) {
      if (!logins.containsAll(inbox.members())) {
        throw wrong("the members of " + inbox.name() + " are users of its account");
      }
    }
    return new SeedAccount(name, users, inboxes);
  }

  private SeedUser user(JsonObject user) {
    String login = name(user, "login").toLowerCase(Locale.ROOT);
    String role = user.getString("role", AccountUser.AGENT);
    String password = text(user, "password");
    if (!ROLES.contains(role)) {
      throw wrong("the role of " + login + " is agent or administrator");
    }
    if (password.length() < SHORTEST_PASSWORD) {
      throw wrong("the password of " + login + " has at least 8 characters");
    }
    boolean named = user.containsKey("name");
    return new SeedUser(
        login, named ? name(user, "name") : login, password, role, user.getBoolean("admin", false));
  }

  private SeedInbox inbox(JsonObject inbox) {
    String name = name(inbox, "name");
    String type = CHANNELS.get(inbox.getString("type", "api"));
    if (type == null) {
      throw wrong("the type of " + name + " is api or web_widget");
    }
    List<String> members =
        list(inbox, "members").stream()
            .map(member -> member instanceof JsonString login ? login.getString() : "")
            .map(login -> login.toLowerCase(Locale.ROOT))
            .toList();
    return new SeedInbox(name, type, members);
  }

  private String name(JsonObject of, String field) {
    String name = text(of, field).strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      throw wrong("a " + field + " has 1 to 100 characters");
    }
    return name;
  }

  private String text(JsonObject of, String field) {
    if (of.get(field) instanceof JsonString text) {
      return text.getString();
    }
    throw wrong("a " + field + " is missing");
  }

  private Stream<JsonObject> objects(JsonObject of, String field) {
    return list(of, field).stream()
        .map(
            value -> {
              if (value instanceof JsonObject object) {
                return object;
              }
              throw wrong(field + " are objects");
            });
  }

  private List<JsonValue> list(JsonObject of, String field) {
    JsonValue value = of.getOrDefault(field, JsonValue.EMPTY_JSON_ARRAY);
    if (value.getValueType() != JsonValue.ValueType.ARRAY) {
      throw wrong(field + " are a list");
    }
    return value.asJsonArray();
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException(
        "Ropeway does not start with this seed file (ropeway.seed.file), " + path + ": " + what);
  }
}
