package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.rest.Api;
import io.ropeway.it.support.DeskWorld.User;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What follows, in order, from what a contact does, and who on which node is told of it. */
class ContactSequencesIT {

  @RegisterExtension final DeskStage desk = new DeskStage();

  @Test
  void allOfTheAccountLearnOfANewContact() {
    Api.Answer entered =
        desk.anybody
            .post(
                "/public/api/v1/inboxes/" + desk.world.inboxIdentifier + "/contacts",
                "{\"name\":\"Cy\"}")
            .is(200);
    desk.listen();

    desk.users().forEach(user -> user.learnt("contact.created"));
    JsonObject cy = desk.dot.data("contact.created");
    assertThat(cy.getJsonNumber("id")).isEqualTo(entered.object().getJsonNumber("id"));
    assertThat(cy.getString("name")).isEqualTo("Cy");
    desk.nothingElse();
  }

  @Test
  void aNewConversationIsToldAndThenGoesToWhoeverOfTheInboxIsThereByTurns() {
    desk.world.assignsByItself();
    awaitOnline(desk.world.ann, desk.world.ben);
    desk.contact.begin();
    desk.listen();

    JsonObject created = desk.ann.data("conversation.created");
    assertThat(created.getJsonArray("messages")).isEmpty();
    assertThat(desk.bo.data("conversation.created").getJsonArray("messages")).isEmpty();
    assertThat(created.getJsonNumber("account_id").longValue()).isEqualTo(desk.world.account);
    long first = beginningWasTold();

    desk.contact.begin();
    desk.listen();
    long second = beginningWasTold();
    assertThat(Set.of(first, second))
        .containsExactlyInAnyOrder(desk.world.ann.id(), desk.world.ben.id());
  }

  /** Gives who was chosen. */
  private long beginningWasTold() {
    desk.staff()
        .forEach(
            witness ->
                witness.heard(
                    "conversation.created",
                    "assignee.changed",
                    "conversation.updated",
                    "message.created"));
    assertThat(desk.ben.data("message.created").getInt("message_type")).isEqualTo(2);
    desk.bo.heard("conversation.created", "conversation.updated");
    JsonObject changed = desk.boss.data("assignee.changed");
    long chosen =
        changed.getJsonObject("meta").getJsonObject("assignee").getJsonNumber("id").longValue();
    List<Witness> told =
        chosen == desk.world.ann.id() ? List.of(desk.ann, desk.alsoAnn) : List.of(desk.ben);
    told.forEach(witness -> witness.noticed("notification.created"));
    desk.nothingElse();
    return chosen;
  }

  private void awaitOnline(User... users) {
    Api boss = desk.as(desk.world.boss);
    for (User user : users) {
      Awaitility.await("presence of " + user.id())
          .atMost(Duration.ofSeconds(30))
          .until(() -> isOnline(boss, user));
    }
  }

  private boolean isOnline(Api boss, User user) {
    return boss.get(desk.account() + "/agents").is(200).array().stream()
        .map(agent -> agent.asJsonObject())
        .filter(agent -> agent.getJsonNumber("id").longValue() == user.id())
        .anyMatch(agent -> agent.getString("availability_status").equals("online"));
  }

  @Test
  void aMessageIsToldToBothSidesAndNoticedByWhoHasTheConversationAndWhoTakesPart() {
    long id = begunBy(desk.world.ann, desk.world.ben);

    desk.contact.say(id, "Hi");
    desk.listen();

    desk.staff().forEach(witness -> witness.heard("message.created"));
    desk.bo.heard("message.created");
    desk.users().forEach(user -> user.learnt("contact.updated"));
    List.of(desk.ann, desk.alsoAnn, desk.ben)
        .forEach(witness -> witness.noticed("notification.created"));
    assertThat(notice(desk.ann)).isEqualTo("assigned_conversation_new_message");
    assertThat(notice(desk.ben)).isEqualTo("participating_conversation_new_message");
    desk.nothingElse();
  }

  private static String notice(Witness witness) {
    return witness
        .data("notification.created")
        .getJsonObject("notification")
        .getString("notification_type");
  }

  /** A conversation that one has and another takes part in, of which nobody has a notice. */
  private long begunBy(User assignee, User participant) {
    long id = desk.contact.begin();
    desk.as(assignee)
        .post(desk.thread(id) + "/assignments", "{\"assignee_id\":" + assignee.id() + "}")
        .is(200);
    desk.as(assignee)
        .put(
            desk.thread(id) + "/participants",
            "{\"user_ids\":[" + assignee.id() + "," + participant.id() + "]}")
        .is(200);
    desk.forget();
    return id;
  }

  @Test
  void aMessageAfterTheLastReplyAlsoBeginsTheWait() {
    long id = desk.contact.begin();
    desk.as(desk.world.ann).post(desk.thread(id) + "/messages", "{\"content\":\"Yes?\"}").is(200);
    desk.forget();

    desk.contact.say(id, "Hi");
    desk.listen();

    desk.staff().forEach(witness -> witness.heard("message.created", "conversation.updated"));
    desk.bo.heard("message.created", "conversation.updated");
    assertThat(desk.ben.data("conversation.updated").getInt("waiting_since")).isPositive();
  }

  @Test
  void aMessageOpensWhatWasDoneOrPutOffFirst() {
    for (String closed : List.of("resolved", "snoozed")) {
      long id = desk.contact.begin();
      state(id, closed);
      desk.contact.say(id, "One more thing");
      desk.listen();

      String[] expected =
          closed.equals("resolved")
              ? new String[] {
                "conversation.status_changed",
                "conversation.updated",
                "message.created",
                "conversation.updated"
              }
              : new String[] {
                "conversation.status_changed", "conversation.updated", "message.created"
              };
      desk.staff().forEach(witness -> witness.heard(expected));
      desk.bo.heard(expected);
      assertThat(desk.bo.data("conversation.status_changed").getString("status")).isEqualTo("open");
      desk.users().forEach(user -> user.learnt("contact.updated"));
      desk.nothingElse();
    }
  }

  @Test
  void aMessageDoesNotOpenWhatIsMuted() {
    long id = desk.contact.begin();
    desk.as(desk.world.ann).post(desk.thread(id) + "/mute", "{}").is(200);
    desk.forget();

    desk.contact.say(id, "One more thing");
    desk.listen();

    desk.staff().forEach(witness -> witness.heard("message.created", "conversation.updated"));
    assertThat(desk.ben.data("conversation.updated").getString("status")).isEqualTo("resolved");
  }

  private void state(long id, String status) {
    desk.as(desk.world.boss)
        .post(desk.thread(id) + "/toggle_status", "{\"status\":\"" + status + "\"}")
        .is(200);
    desk.forget();
  }

  @Test
  void readingIsToldAndMarksEveryMessageThatWasSaidToTheContact() {
    long id = desk.contact.begin();
    Api ann = desk.as(desk.world.ann);
    ann.post(desk.thread(id) + "/messages", "{\"content\":\"One\"}").is(200);
    ann.post(desk.thread(id) + "/messages", "{\"content\":\"Two\"}").is(200);
    ann.post(desk.thread(id) + "/messages", "{\"content\":\"Psst\",\"private\":true}").is(200);
    desk.forget();

    desk.contact.read(id);
    desk.listen();

    desk.staff()
        .forEach(
            witness -> witness.heard("conversation.read", "message.updated", "message.updated"));
    JsonObject updated = desk.ben.data("message.updated");
    assertThat(updated.getString("content")).isEqualTo("Two");
    assertThat(updated.getString("status")).isEqualTo("read");
    assertThat(updated.getJsonObject("previous_changes").getJsonArray("status").toString())
        .isEqualTo("[\"sent\",\"read\"]");
    desk.bo.heard("message.updated", "message.updated");
    desk.nothingElse();
  }
}
