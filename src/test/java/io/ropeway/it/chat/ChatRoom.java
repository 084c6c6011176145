package io.ropeway.it.chat;

import static org.assertj.core.api.Assertions.fail;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.client.People.Person;
import jakarta.json.JsonObject;
import java.util.UUID;

/** A room of its own for one test, and those who come in. */
public final class ChatRoom {

  private static final int FRAMES_AT_MOST = 50;

  public final String slug = "it-" + UUID.randomUUID();
  public final String identifier = Frames.identifier("ChatRoomChannel", "room", slug);

  private final CableClients cables;

  private ChatRoom(CableClients cables) {
    this.cables = cables;
  }

  /** A new room of this visibility, of which the person is the moderator. */
  public static ChatRoom madeBy(Person person, String visibility, CableClients cables) {
    ChatRoom room = new ChatRoom(cables);
    person.request(
        "POST",
        "/api/rooms",
        Frames.object("slug", room.slug, "name", "A test's room", "visibility", visibility),
        201);
    return room;
  }

  /** Connects without subscribing. */
  public CableClient connect(Person person) {
    return connect(person, cables);
  }

  /** The same at another node. */
  public static CableClient connect(Person person, CableClients node) {
    return node.at("/cable?token=" + person.token()).open().forgivingUnread();
  }

  /** Connects and comes in. */
  public CableClient enter(Person person) {
    CableClient client = connect(person);
    comeIn(client);
    return client;
  }

  /** Comes in with a connection to whatever node; gives the state that is shown. */
  public JsonObject comeIn(CableClient client) {
    client.send(Frames.subscribe(identifier));
    JsonObject state = event(client, "room.state");
    for (int i = 0; i < FRAMES_AT_MOST; i++) {
      JsonObject frame = client.next();
      if (Frames.type(frame).equals("confirm_subscription")) {
        return state;
      }
    }
    return fail("The subscription was not confirmed");
  }

  /** The data of the next event of this name; others before it are passed over. */
  public JsonObject event(CableClient client, String name) {
    for (int i = 0; i < FRAMES_AT_MOST; i++) {
      JsonObject message = client.message(identifier).asJsonObject();
      if (message.getString("event").equals(name)) {
        return message.getJsonObject("data");
      }
    }
    return fail("There were " + FRAMES_AT_MOST + " other events than " + name);
  }

  /** Says something, and gives the message as its sender hears it. */
  public JsonObject say(CableClient client, String text) {
    client.perform(identifier, "speak", "text", text);
    return event(client, "message.created");
  }

  public String path(String below) {
    return "/api/rooms/" + slug + below;
  }
}
