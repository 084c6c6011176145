package io.ropeway.it.support;

import io.ropeway.it.client.Frames;
import io.ropeway.it.rest.Api;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An account with one of everything that operations name. */
final class Office {

  /** What the contact says, and what an agent notes. */
  static final String SECRET = "the secret of Bo";

  static final String NOTE = "a note on Bo";

  private static final Pattern PARAMETER = Pattern.compile("([a-z_]+)/\\{(\\w+)}");

  final DeskWorld world;
  final long conversation;
  final long reply;
  final long label;
  final long notice;
  final long roomMessage;
  final String slug = "room-" + UUID.randomUUID();

  private final long room;
  private final long token;
  private final String file;
  private final Api anybody;
  private final Api boss;
  private final Website website;

  Office(DeskNodes nodes) {
    world = new DeskWorld(nodes.database);
    URI root = nodes.here.uri();
    ContactSide contact = new ContactSide(root, world);
    anybody = Api.of(root);
    boss = Asker.ADMINISTRATOR.of(world, anybody);
    Api ann = Asker.AGENT.of(world, anybody);
    String account = "/api/v1/accounts/" + world.account;
    conversation = contact.begin();
    contact.say(conversation, SECRET);
    String thread = account + "/conversations/" + conversation;
    boss.post(thread + "/assignments", "{\"team_id\":" + world.team + "}").is(200);
    boss.post(thread + "/assignments", "{\"assignee_id\":" + world.ann.id() + "}").is(200);
    ann.post(thread + "/messages", "{\"content\":\"" + NOTE + "\",\"private\":true}").is(200);
    JsonObject said = withFile(ann, thread);
    reply = id(said);
    file =
        URI.create(said.getJsonArray("attachments").getJsonObject(0).getString("data_url"))
            .getRawPath();
    label = id(boss.post(account + "/labels", "{\"title\":\"vip\"}").is(200).object());
    notice =
        id(
            ann.get(account + "/notifications")
                .is(200)
                .object()
                .getJsonObject("data")
                .getJsonArray("payload")
                .getJsonObject(0));
    website = new Website(anybody, boss, account);
    String rooms = "/api/rooms";
    JsonObject made = Frames.object("slug", slug, "name", "Room", "visibility", "members");
    room = id(ann.post(rooms, made.toString()).is(201).object());
    ann.put(rooms + "/" + slug + "/members/" + world.ben.id(), "{}").is(200);
    roomMessage =
        id(ann.post(rooms + "/" + slug + "/messages", "{\"text\":\"Hi\"}").is(201).object());
    token = id(ann.get("/api/tokens").is(200).array().getJsonObject(0));
  }

  private static JsonObject withFile(Api agent, String thread) {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nA\r\n--b--\r\n";
    return agent
        .send(
            "POST",
            thread + "/messages",
            BodyPublishers.ofString(form),
            "multipart/form-data; boundary=b")
        .is(200)
        .object();
  }

  private static long id(JsonObject object) {
    return object.getJsonNumber("id").longValue();
  }

  /** The program of one who asks, with whatever credentials it has. */
  Api of(Asker asker) {
    return website.with(asker, asker.of(world, anybody));
  }

  /** A contact that nobody knows yet. */
  long newContact() {
    return id(
        boss.post("/api/v1/accounts/" + world.account + "/contacts", "{\"name\":\"Cy\"}")
            .is(200)
            .object()
            .getJsonObject("payload")
            .getJsonObject("contact"));
  }

  /**
   * The path of an operation with everything that it names.
   *
   * @param account the account that it names
   */
  String path(Operation operation, Asker asker, long account) {
    if (operation.path().contains("{key}")) {
      return file;
    }
    if (operation.path().endsWith("/{list}")) {
      return "/api/v1/accounts/" + account + "/macros";
    }
    if (operation.path().startsWith(Website.WIDGET)) {
      return website.path(operation.path().replace("{message}", "" + website.reply));
    }
    Matcher parameters = PARAMETER.matcher(operation.path());
    return parameters.replaceAll(
        match -> match.group(1) + "/" + value(match.group(1), match.group(2), asker, account));
  }

  private String value(String collection, String parameter, Asker asker, long account) {
    return switch (parameter) {
      case "account" -> "" + account;
      case "inbox" -> world.inboxIdentifier;
      case "source" -> asker.session(world);
      case "message" -> "" + reply;
      case "slug" -> slug;
      case "stream" -> "room:" + room;
      case "userId" -> "" + world.ben.id();
      case "id" -> "" + idIn(collection);
      default -> throw new AssertionError("What is {" + parameter + "} of " + collection + "?");
    };
  }

  private long idIn(String collection) {
    return switch (collection) {
      case "conversations" -> conversation;
      case "contacts" -> world.visitor.id();
      case "agents", "users" -> world.dot.id();
      case "inboxes", "inbox_members" -> world.inbox;
      case "teams" -> world.team;
      case "labels" -> label;
      case "notifications" -> notice;
      case "messages" -> roomMessage;
      case "tokens" -> token;
      default -> throw new AssertionError("What is an id of " + collection + "?");
    };
  }
}
