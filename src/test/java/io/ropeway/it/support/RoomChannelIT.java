package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users and contacts hear of the desk, on two nodes. */
class RoomChannelIT {

  private static final String[] CONVERSATION = {
    "message.created", "conversation.created", "conversation.updated", "conversation.typing_on"
  };

  private final DeskNodes nodes = DeskNodes.shared();
  @RegisterExtension final CableClients here = new CableClients(this::uriHere);
  @RegisterExtension final CableClients there = new CableClients(this::uriThere);
  private final DeskWorld world = new DeskWorld(nodes.database);
  private final ContactSide contact = new ContactSide(uriHere(), world);

  private URI uriHere() {
    return nodes.here.uri();
  }

  private URI uriThere() {
    return nodes.there.uri();
  }

  @Test
  void refusesTokensOfNobodyAndOfOthers() {
    refused(DeskSocket.room("nobody", world.account, world.ann.id()));
    refused(DeskSocket.room(world.ann.token(), world.account, world.ben.id()));
    refused(DeskSocket.room(world.ann.token(), world.stranger.accountId(), world.ann.id()));
    refused(Frames.identifier("RoomChannel", "pubsub_token", world.ann.token()));
    refused(Frames.identifier("RoomChannel"));
  }

  @Test
  void tellsWhoIsThereAfterTheConfirmationAndOnRequest() {
    DeskSocket ann = agent(here, world.ann);
    JsonObject first = ann.data("presence.update");
    assertThat(first.getJsonObject("users").getString("" + world.ann.id())).isEqualTo("online");
    assertThat(first).containsKey("contacts");
    assertThat(first.getJsonNumber("account_id").longValue()).isEqualTo(world.account);

    DeskSocket bo = visitor(there);
    JsonObject seen = bo.data("presence.update");
    assertThat(seen).doesNotContainKey("contacts").containsKey("users");
    awaitPresence(ann, "contacts", world.visitor.id(), true);

    bo.client.perform(bo.identifier, "update_presence");
    assertThat(bo.data("presence.update")).containsKey("users");
    bo.client.leave();
    awaitPresence(ann, "contacts", world.visitor.id(), false);
  }

  @Test
  void tellsOfAMessageWhomItConcernsOnBothNodesAndNobodyElse() {
    DeskSocket ann = agent(here, world.ann);
    DeskSocket ben = agent(there, world.ben);
    DeskSocket boss = agent(there, world.boss);
    DeskSocket dot = agent(here, world.dot);
    DeskSocket stranger = agent(there, world.stranger);
    DeskSocket bo = visitor(there);

    long conversation = contact.begin();
    contact.say(conversation, "Hi");

    for (DeskSocket staff : List.of(ann, ben, boss)) {
      Map<String, JsonObject> told =
          staff.each("conversation.created", "message.created", "contact.updated");
      JsonObject created = told.get("conversation.created");
      assertThat(created.getJsonNumber("id").longValue()).isEqualTo(conversation);
      assertThat(created.getJsonArray("messages")).isEmpty();
      JsonObject message = told.get("message.created");
      assertThat(message.getString("content")).isEqualTo("Hi");
      assertThat(message.getString("echo_id")).isEqualTo("echo-Hi");
      assertThat(message.getJsonObject("conversation").getInt("unread_count")).isEqualTo(1);
      assertThat(told.get("contact.updated").getJsonNumber("id").longValue())
          .isEqualTo(world.visitor.id());
    }
    JsonObject own = bo.data("message.created");
    assertThat(own.getString("echo_id")).isEqualTo("echo-Hi");
    assertThat(dot.data("contact.updated").getJsonNumber("id").longValue())
        .isEqualTo(world.visitor.id());
    dot.hasHeardNone(CONVERSATION);
    stranger.hasHeardNone(CONVERSATION);
    stranger.hasHeardNone("contact.updated", "contact.created");
  }

  @Test
  void tellsAgainWhatAnAgentMissedWhoseConnectionBroke() {
    DeskSocket ann = agent(here, world.ann);
    long conversation = contact.begin();
    contact.say(conversation, "before");
    ann.data("contact.updated");
    ann.client.vanish();
    contact.say(conversation, "missed");

    DeskSocket again = agent(there, world.ann);

    for (JsonObject message = again.data("message.created");
        !message.getString("content").equals("missed"); ) {
      message = again.data("message.created");
    }
    contact.say(conversation, "after");
    assertThat(again.data("message.created").getString("content")).isEqualTo("after");
  }

  @Test
  void tellsWhoTypesToAllOthersUntilTheSocketCloses() {
    long conversation = contact.begin();
    DeskSocket ann = agent(here, world.ann);
    DeskSocket alsoAnn = agent(there, world.ann);
    DeskSocket ben = agent(there, world.ben);
    DeskSocket bo = visitor(there);

    contact.type(conversation, true);
    assertThat(ben.data("conversation.typing_on").getJsonObject("user").getString("type"))
        .isEqualTo("contact");
    contact.type(conversation, false);
    ben.data("conversation.typing_off");

    ann.client.perform(
        ann.identifier, "typing", "conversation_id", conversation, "is_typing", true);
    JsonObject seen = ben.data("conversation.typing_on");
    assertThat(seen.getJsonObject("conversation").getJsonNumber("id").longValue())
        .isEqualTo(conversation);
    assertThat(seen.getJsonObject("user").getJsonNumber("id").longValue())
        .isEqualTo(world.ann.id());
    assertThat(bo.data("conversation.typing_on").getJsonObject("user").getString("type"))
        .isEqualTo("user");
    ann.client.leave();
    ben.data("conversation.typing_off");
    bo.data("conversation.typing_off");

    assertThat(alsoAnn.client.drain())
        .filteredOn(frame -> frame.containsKey("message"))
        .extracting(frame -> frame.getJsonObject("message"))
        .filteredOn(message -> message.getString("event").equals("conversation.typing_on"))
        .allMatch(
            message ->
                message
                    .getJsonObject("data")
                    .getJsonObject("user")
                    .getString("type")
                    .equals("contact"));
  }

  @Test
  void tellsDataBesideItselfToProgramsThatNameTheTokenInTheAddress() {
    DeskSocket ann =
        new DeskSocket(
                here.at("/cable?pubsub_token=" + world.ann.token()).open(),
                DeskSocket.room(world.ann))
            .subscribe();
    long conversation = contact.begin();
    contact.say(conversation, "Hi");

    JsonObject event = ann.event("message.created");

    assertThat(event.getString("content")).isEqualTo("Hi");
    assertThat(event.getJsonObject("data").getString("content")).isEqualTo("Hi");
    ann.client.perform(ann.identifier, "heartbeat");
    ann.event("heartbeat");
  }

  @Test
  void showsTheOlderChannelsWhatTheirSubscribersMaySee() {
    String token = "/cable?token=" + world.boss.token();
    DeskSocket account =
        new DeskSocket(
                here.at(token).open(),
                Frames.identifier("AccountChannel", "account_id", world.account))
            .subscribe();
    DeskSocket presence =
        new DeskSocket(
                there.at(token).open(),
                Frames.identifier("PresenceChannel", "account_id", world.account))
            .subscribe();
    assertThat(presence.data("presence_update").getJsonObject("online_users"))
        .containsKey("" + world.boss.id());
    long id = contact.begin();
    assertThat(account.data("conversation.created").getJsonNumber("id").longValue()).isEqualTo(id);
    DeskSocket conversation =
        new DeskSocket(
                there.at(token).open(),
                Frames.identifier(
                    "ConversationChannel", "account_id", world.account, "conversation_id", id))
            .subscribe();

    contact.say(id, "Hi");
    assertThat(conversation.data("message.created").getString("content")).isEqualTo("Hi");
    assertThat(account.event("conversation.updated")).containsKey("timestamp");
    conversation.client.perform(conversation.identifier, "typing", "typing", true);
    assertThat(conversation.data("typing").getBoolean("is_typing")).isTrue();

    String others = Frames.identifier("AccountChannel", "account_id", world.stranger.accountId());
    account.client.send(Frames.subscribe(others));
    assertThat(
            Awaitility.await()
                .until(account.client::next, frame -> !Frames.type(frame).isEmpty())
                .getString("type"))
        .isEqualTo("reject_subscription");
    String assigned =
        Frames.identifier(
            "ConversationChannel", "account_id", world.account, "conversation_id", id);
    here.at("/cable?token=" + world.ann.token())
        .open()
        .send(Frames.subscribe(assigned))
        .rejected(assigned);
  }

  private void refused(String identifier) {
    here.open().send(Frames.subscribe(identifier)).rejected(identifier);
  }

  private static DeskSocket agent(CableClients node, DeskWorld.User user) {
    return new DeskSocket(node.open(), DeskSocket.room(user)).subscribe();
  }

  private DeskSocket visitor(CableClients node) {
    return new DeskSocket(node.open(), DeskSocket.room(world.visitor)).subscribe();
  }

  private static void awaitPresence(DeskSocket socket, String kind, long id, boolean present) {
    JsonObject data = socket.data("presence.update");
    while (data.getJsonObject(kind).containsKey("" + id) != present) {
      data = socket.data("presence.update");
    }
  }
}
