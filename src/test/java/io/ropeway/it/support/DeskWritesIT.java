package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.Frames;
import io.ropeway.it.rest.Api;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users change over HTTP, and what they and others find changed. */
class DeskWritesIT {

  private final Office office = new Office(DeskNodes.shared());
  private final DeskWorld world = office.world;
  private final String account = "/api/v1/accounts/" + world.account;
  private final String thread = account + "/conversations/" + office.conversation;
  private final Api boss = office.of(Asker.ADMINISTRATOR);
  private final Api ann = office.of(Asker.AGENT);
  private final Api tim = office.of(Asker.AGENT_OF_TEAM);
  private final Api dot = office.of(Asker.AGENT_OF_NOTHING);
  private final Api contact = office.of(Asker.CONTACT);
  private final String session =
      "/public/api/v1/inboxes/" + world.inboxIdentifier + "/contacts/" + world.visitor.sourceId();

  private JsonObject shown(long id) {
    return boss.get(account + "/conversations/" + id).is(200).object();
  }

  @Test
  void changesSeveralConversationsAtOnceButOnlyThoseThatTheCallerMayOpen() {
    long other = contact.post(session + "/conversations", "{}").is(200).object().getInt("id");
    String change =
        "{\"type\":\"Conversation\",\"ids\":["
            + office.conversation
            + ","
            + other
            + ",999999],\"fields\":{\"status\":\"resolved\",\"assignee_id\":"
            + world.ann.id()
            + "},\"labels\":{\"add\":[\"vip\"]}}";
    dot.post(account + "/bulk_actions", change).is(200);
    office.of(Asker.STRANGER).post(account + "/bulk_actions", change).is(404);
    assertThat(shown(other).getString("status")).isEqualTo("open");
    assertThat(shown(other).getJsonArray("labels")).isEmpty();

    tim.post(account + "/bulk_actions", change).is(200);
    assertThat(shown(office.conversation).getString("status")).isEqualTo("resolved");
    assertThat(shown(other).getString("status")).isEqualTo("open");

    ann.post(account + "/bulk_actions", change).is(200);
    JsonObject changed = shown(other);
    assertThat(changed.getString("status")).isEqualTo("resolved");
    assertThat(changed.getJsonArray("labels").toString()).isEqualTo("[\"vip\"]");
    assertThat(changed.getJsonObject("meta").getJsonObject("assignee").getJsonNumber("id"))
        .hasToString("" + world.ann.id());
    boss.post(account + "/bulk_actions", "{\"ids\":[],\"fields\":{\"status\":\"gone\"}}").is(422);
  }

  @Test
  void listsConversationsForThoseWhoMayOpenThem() {
    for (Api one : List.of(boss, ann)) {
      assertThat(ids(one)).contains((int) office.conversation);
    }
    assertThat(ids(dot)).isEmpty();
    String ofContact = account + "/contacts/" + world.visitor.id() + "/conversations";
    for (Api one : List.of(boss, ann, tim)) {
      assertThat(numbers(one.get(ofContact).is(200).object().getJsonArray("payload")))
          .containsOnlyOnce((int) office.conversation);
    }
    assertThat(dot.get(ofContact).is(200).object().getJsonArray("payload")).isEmpty();
  }

  private List<Integer> ids(Api agent) {
    return numbers(
        agent
            .get(account + "/conversations?status=all&assignee_type=all")
            .is(200)
            .object()
            .getJsonObject("data")
            .getJsonArray("payload"));
  }

  private static List<Integer> numbers(JsonArray payload) {
    return payload.stream().map(one -> one.asJsonObject().getInt("id")).toList();
  }

  @Test
  void filtersWhatTheCallerMayOpen() {
    String open = condition("status", "\"open\"");
    assertThat(filtered(ann, open)).contains((int) office.conversation);
    assertThat(filtered(dot, open)).isEmpty();
    assertThat(filtered(ann, condition("status", "\"resolved\""))).isEmpty();
    assertThat(filtered(ann, condition("inbox_id", "" + world.inbox)))
        .containsExactly((int) office.conversation);
    boss.post(account + "/conversations/filter", condition("shoe_size", "44")).is(422);
  }

  private List<Integer> filtered(Api agent, String condition) {
    return numbers(
        agent
            .post(account + "/conversations/filter", condition)
            .is(200)
            .object()
            .getJsonArray("payload"));
  }

  private static String condition(String attribute, String value) {
    return "{\"payload\":[{\"attribute_key\":\""
        + attribute
        + "\",\"filter_operator\":\"equal_to\",\"values\":["
        + value
        + "],\"query_operator\":null}]}";
  }

  @Test
  void hasExactlyThoseTakePartWhoMayOpenTheConversation() {
    String both = "{\"user_ids\":[" + world.ben.id() + "," + world.tim.id() + "]}";
    assertThat(ann.put(thread + "/participants", both).is(200).array()).hasSize(2);
    ann.put(thread + "/participants", "{\"user_ids\":[" + world.dot.id() + "]}").is(422);
    ann.put(thread + "/participants", "{\"user_ids\":[" + world.stranger.id() + "]}").is(422);
    assertThat(numbers(ann.get(thread + "/participants").is(200).array()))
        .containsExactlyInAnyOrder((int) world.ben.id(), (int) world.tim.id());
    assertThat(ann.patch(thread + "/participants", "{\"user_ids\":[]}").is(200).array()).isEmpty();
  }

  @Test
  void makesOneContactOfTwo() {
    String bo = account + "/contacts/" + world.visitor.id();
    String eve = account + "/contacts/" + world.neighbour.id();
    ann.post(bo + "/labels", "{\"labels\":[\"late\"]}").is(200);
    ann.post(eve + "/labels", "{\"labels\":[\"vip\"]}").is(200);
    ann.patch(bo, "{\"email\":\"" + world.visitor.sourceId() + "@example.com\"}").is(200);
    JsonObject pair =
        Frames.object(
            "base_contact_id", world.neighbour.id(), "mergee_contact_id", world.visitor.id());
    ann.post(account + "/actions/contact_merge", pair.toString()).is(200);

    ann.get(bo).is(404);
    JsonObject one = ann.get(eve).is(200).object().getJsonObject("payload");
    assertThat(one.getString("name")).isEqualTo("Eve");
    assertThat(one.getString("email")).startsWith(world.visitor.sourceId());
    assertThat(one.getJsonArray("contact_inboxes")).hasSize(2);
    assertThat(ann.get(eve + "/labels").is(200).body()).contains("late", "vip");
    assertThat(numbers(ann.get(eve + "/conversations").is(200).object().getJsonArray("payload")))
        .contains((int) office.conversation);
    JsonObject self = contact.get(session).is(200).object();
    assertThat(self.getJsonNumber("id").longValue()).isEqualTo(world.neighbour.id());
    contact.get(session + "/conversations/" + office.conversation).is(200);
    ann.post(account + "/actions/contact_merge", pair.toString()).is(404);
  }

  @Test
  void readsTheNoticesOfOneConversationAlone() {
    long other = contact.post(session + "/conversations", "{}").is(200).object().getInt("id");
    boss.post(
            account + "/conversations/" + other + "/assignments",
            "{\"assignee_id\":" + world.ann.id() + "}")
        .is(200);
    String notices = account + "/notifications";
    assertThat(ann.get(notices + "/unread_count").is(200).body()).isEqualTo("2");
    JsonObject first =
        ann.get(notices)
            .is(200)
            .object()
            .getJsonObject("data")
            .getJsonArray("payload")
            .getJsonObject(0);
    assertThat(first.getJsonObject("primary_actor").getInt("id")).isEqualTo(other);
    String actor =
        Frames.object(
                "primary_actor_type",
                "Conversation",
                "primary_actor_id",
                first.getInt("primary_actor_id"))
            .toString();
    ann.post(notices + "/read_all", actor).is(200);
    assertThat(ann.get(notices + "/unread_count").is(200).body()).isEqualTo("1");
    ann.post(notices + "/read_all", "{}").is(200);
    assertThat(ann.get(notices + "/unread_count").is(200).body()).isEqualTo("0");
  }
}
