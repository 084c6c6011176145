package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.rest.Api;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What follows, in order, from what agents do, and who on which node is told of it. */
class AgentSequencesIT {

  @RegisterExtension final DeskStage desk = new DeskStage();
  private Api ann;
  private Api boss;
  private long id;
  private String thread;

  @BeforeEach
  void begin() {
    ann = desk.as(desk.world.ann);
    boss = desk.as(desk.world.boss);
    id = desk.contact.begin();
    thread = desk.thread(id);
    desk.forget();
  }

  @Test
  void theFirstReplyIsToldAsSuchToTheAccountAlone() {
    say(ann, "{\"content\":\"Hello\",\"echo_id\":\"e1\"}");
    desk.listen();

    desk.staff()
        .forEach(
            witness ->
                witness.heard("message.created", "first.reply.created", "conversation.updated"));
    desk.bo.heard("message.created", "conversation.updated");
    for (Witness witness : List.of(desk.alsoAnn, desk.bo)) {
      assertThat(witness.data("message.created").getString("echo_id")).isEqualTo("e1");
    }
    assertThat(desk.ben.data("first.reply.created").getString("content")).isEqualTo("Hello");
    desk.nothingElse();
  }

  @Test
  void aLaterReplyChangesTheConversationOnlyIfTheContactWaited() {
    say(ann, "{\"content\":\"Hello\"}");
    desk.forget();
    say(ann, "{\"content\":\"Are you there?\"}");
    desk.listen();
    desk.staff().forEach(witness -> witness.heard("message.created"));
    desk.bo.heard("message.created");

    desk.contact.say(id, "Yes");
    desk.forget();
    say(ann, "{\"content\":\"Good\"}");
    desk.listen();
    desk.staff().forEach(witness -> witness.heard("message.created", "conversation.updated"));
    desk.bo.heard("message.created", "conversation.updated");
    assertThat(desk.ben.data("conversation.updated").getInt("waiting_since")).isZero();
    desk.nothingElse();
  }

  @Test
  void aNoteIsForTheAccountAndItsMentionsForThoseWhoMayOpenTheConversation() {
    String text = "Look, " + mention(desk.world.ben.id()) + mention(desk.world.dot.id());
    say(ann, "{\"content\":\"" + text + "\",\"private\":true}");
    desk.listen();

    desk.staff().forEach(witness -> witness.heard("message.created"));
    assertThat(desk.ben.data("message.created").getBoolean("private")).isTrue();
    desk.ben.noticed("conversation.mentioned", "notification.created");
    JsonObject notice = desk.ben.data("notification.created").getJsonObject("notification");
    assertThat(notice.getString("notification_type")).isEqualTo("conversation_mention");
    desk.nothingElse();
  }

  private static String mention(long user) {
    return "(mention://user/" + user + "/Somebody)";
  }

  @Test
  void resolvingAndOpeningAreToldBeforeWhatIsNotedOfThem() {
    toggle(boss);
    desk.staff()
        .forEach(
            witness ->
                witness.heard(
                    "conversation.status_changed", "conversation.updated", "message.created"));
    JsonObject note = desk.ben.data("message.created");
    assertThat(note.getInt("message_type")).isEqualTo(2);
    desk.bo.heard("conversation.status_changed", "conversation.updated");
    assertThat(desk.bo.data("conversation.status_changed").getString("status"))
        .isEqualTo("resolved");
    desk.nothingElse();

    toggle(boss);
    desk.staff()
        .forEach(
            witness ->
                witness.heard(
                    "conversation.status_changed", "conversation.updated", "message.created"));
    desk.bo.heard("conversation.status_changed", "conversation.updated");
    assertThat(desk.ben.data("conversation.status_changed").getString("status")).isEqualTo("open");
    desk.nothingElse();
  }

  @Test
  void anAgentWhoOpensAConversationGetsIt() {
    toggle(boss);
    desk.forget();
    toggle(ann);

    desk.staff()
        .forEach(
            witness ->
                witness.heard(
                    "conversation.status_changed",
                    "conversation.updated",
                    "message.created",
                    "assignee.changed",
                    "conversation.updated",
                    "message.created"));
    desk.bo.heard("conversation.status_changed", "conversation.updated", "conversation.updated");
    desk.nothingElse();
  }

  private void toggle(Api agent) {
    agent.post(thread + "/toggle_status", "{}").is(200);
    desk.listen();
  }

  @Test
  void whoIsGivenAConversationIsToldOfItBySomethingOfTheirOwn() {
    assign(boss, "" + desk.world.ben.id());
    assigningWasTold();
    desk.ben.noticed("notification.created");
    assertThat(
            desk.ben
                .data("notification.created")
                .getJsonObject("notification")
                .getString("notification_type"))
        .isEqualTo("conversation_assignment");
    desk.nothingElse();

    assign(boss, "null");
    assigningWasTold();
    assertThat(desk.ben.data("assignee.changed").getJsonObject("meta").get("assignee"))
        .isEqualTo(JsonValue.NULL);
    desk.nothingElse();

    assign(ann, "" + desk.world.ann.id());
    assigningWasTold();
    desk.nothingElse();
  }

  @Test
  void whatIsPendingIsGivenWithoutANotice() {
    boss.post(thread + "/toggle_status", "{\"status\":\"pending\"}").is(200);
    desk.forget();
    assign(boss, "" + desk.world.ben.id());
    assigningWasTold();
    desk.nothingElse();
  }

  private void assign(Api by, String to) {
    by.post(thread + "/assignments", "{\"assignee_id\":" + to + "}").is(200);
    desk.listen();
  }

  private void assigningWasTold() {
    desk.staff()
        .forEach(
            witness ->
                witness.heard("assignee.changed", "conversation.updated", "message.created"));
    desk.bo.heard("conversation.updated");
  }

  @Test
  void readingIsToldToTheOtherDevicesOfWhoReadsAlone() {
    desk.contact.say(id, "Hi");
    desk.forget();
    ann.post(thread + "/update_last_seen", "{}").is(200);
    desk.listen();
    for (Witness device : List.of(desk.ann, desk.alsoAnn)) {
      device.heard("conversation.updated");
      assertThat(device.data("conversation.updated").getInt("unread_count")).isZero();
    }
    desk.nothingElse();

    ann.post(thread + "/unread", "{}").is(200);
    desk.listen();
    for (Witness device : List.of(desk.ann, desk.alsoAnn)) {
      device.heard("conversation.updated");
      assertThat(device.data("conversation.updated").getInt("unread_count")).isEqualTo(1);
    }
    desk.nothingElse();
  }

  @Test
  void deletingIsToldOnceAsAChangeOfTheMessage() {
    int message = say(ann, "{\"content\":\"A slip\"}").getInt("id");
    desk.forget();
    ann.delete(thread + "/messages/" + message).is(200);
    desk.listen();

    desk.staff().forEach(witness -> witness.heard("message.updated"));
    desk.bo.heard("message.updated");
    for (Witness witness : List.of(desk.alsoAnn, desk.boss, desk.bo)) {
      JsonObject gone = witness.data("message.updated");
      assertThat(gone.getInt("id")).isEqualTo(message);
      assertThat(gone.getString("content")).doesNotContain("A slip");
      assertThat(gone.getJsonObject("content_attributes").getBoolean("deleted")).isTrue();
    }
    desk.nothingElse();
  }

  private JsonObject say(Api agent, String message) {
    return agent.post(thread + "/messages", message).is(200).object();
  }
}
