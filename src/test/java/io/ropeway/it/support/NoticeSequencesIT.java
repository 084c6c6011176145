package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.rest.Api;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users are told of their own notifications, on each of their devices, and nobody else. */
class NoticeSequencesIT {

  @RegisterExtension final DeskStage desk = new DeskStage();
  private Api ann;
  private String notices;
  private long id;

  @BeforeEach
  void assign() {
    ann = desk.as(desk.world.ann);
    notices = desk.account() + "/notifications";
    id = desk.contact.begin();
    desk.as(desk.world.boss)
        .post(desk.thread(id) + "/assignments", "{\"assignee_id\":" + desk.world.ann.id() + "}")
        .is(200);
    desk.forget();
  }

  private List<Witness> devices() {
    return List.of(desk.ann, desk.alsoAnn);
  }

  private JsonObject only() {
    return ann.get(notices + "?includes[]=read&includes[]=snoozed")
        .is(200)
        .object()
        .getJsonObject("data")
        .getJsonArray("payload")
        .getJsonObject(0);
  }

  @Test
  void aNewOneTakesTheOlderOneOfTheSameConversationAway() {
    int older = only().getInt("id");
    desk.contact.say(id, "Hi");
    desk.listen();

    devices().forEach(device -> device.noticed("notification.created", "notification.deleted"));
    JsonObject deleted = desk.alsoAnn.data("notification.deleted");
    assertThat(deleted.getJsonObject("notification").getInt("id")).isEqualTo(older);
    assertThat(deleted.getInt("unread_count")).isEqualTo(1);
    assertThat(deleted.getInt("count")).isEqualTo(1);
    int newer = only().getInt("id");
    assertThat(desk.ann.data("notification.created").getJsonObject("notification").getInt("id"))
        .isEqualTo(newer);
    desk.staff().forEach(witness -> witness.heard("message.created"));
    desk.bo.heard("message.created");
    desk.users().forEach(user -> user.learnt("contact.updated"));
    desk.nothingElse();
  }

  @Test
  void readingAllIsToldToNobody() {
    ann.post(notices + "/read_all", "{}").is(200);
    desk.listen();
    desk.nothingElse();
    assertThat(ann.get(notices + "/unread_count").is(200).body()).isEqualTo("0");
  }

  @Test
  void changingOneIsToldAndSoIsTakingItAway() {
    String one = notices + "/" + only().getInt("id");

    ann.patch(one, "{}").is(200);
    assertThat(updated(0).get("read_at")).isNotEqualTo(JsonValue.NULL);
    ann.post(one + "/unread", "{}").is(200);
    assertThat(updated(1).get("read_at")).isEqualTo(JsonValue.NULL);
    ann.post(one + "/snooze", "{\"snoozed_until\":4102444800}").is(200);
    assertThat(updated(0).get("snoozed_until")).isNotEqualTo(JsonValue.NULL);

    ann.delete(one).is(200);
    desk.listen();
    devices().forEach(device -> device.noticed("notification.deleted"));
    desk.nothingElse();
    ann.delete(one).is(404);
  }

  private JsonObject updated(int unread) {
    desk.listen();
    devices().forEach(device -> device.noticed("notification.updated"));
    desk.nothingElse();
    JsonObject data = desk.alsoAnn.data("notification.updated");
    assertThat(data.getInt("unread_count")).isEqualTo(unread);
    return data.getJsonObject("notification");
  }
}
