package io.ropeway.it.support;

import io.ropeway.it.client.Frames;
import io.ropeway.it.rest.Api;
import io.ropeway.service.support.event.DeskEvent;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that happens at the desk, and exactly who is told of it.
 *
 * @param event by what they are told
 * @param what what happens, in words
 * @param deed makes it happen
 * @param which tells the event from others of its name
 * @param hearers who is told; nobody else is
 */
record Telling(
    DeskEvent event,
    String what,
    Consumer<Deeds> deed,
    Predicate<JsonObject> which,
    Set<Ear> hearers) {

  Telling(DeskEvent event, String what, Consumer<Deeds> deed, Set<Ear> hearers) {
    this(event, what, deed, data -> true, hearers);
  }

  @Override
  public String toString() {
    return event.wireName() + " when " + what;
  }

  /** What can be done at a desk with one conversation, which is of a team. */
  record Deeds(DeskStage desk, long id) {

    Api boss() {
      return desk.as(desk.world.boss);
    }

    Api ann() {
      return desk.as(desk.world.ann);
    }

    Api ben() {
      return desk.as(desk.world.ben);
    }

    String thread() {
      return desk.thread(id);
    }

    String account() {
      return desk.account();
    }

    /** Asks for what has no answer that matters. */
    void post(Api who, String path, String json) {
      who.post(path, json).is(200);
    }

    JsonObject say(String message) {
      return ann().post(thread() + "/messages", message).is(200).object();
    }

    void delete(JsonObject message) {
      desk.forget();
      ann().delete(thread() + "/messages/" + message.getInt("id")).is(200);
    }

    /** Gives it to a colleague of Ann's, who has a notice of that then. */
    void giveToBen() {
      post(boss(), thread() + "/assignments", "{\"assignee_id\":" + desk.world.ben.id() + "}");
    }

    void giveToTeam(long conversation) {
      String team = "{\"team_id\":" + desk.world.team + "}";
      post(boss(), desk.thread(conversation) + "/assignments", team);
    }

    /** The address of that notice. */
    String notice() {
      giveToBen();
      desk.forget();
      return account()
          + "/notifications/"
          + ben()
              .get(account() + "/notifications")
              .is(200)
              .object()
              .getJsonObject("data")
              .getJsonArray("payload")
              .getJsonObject(0)
              .getInt("id");
    }

    /** Makes one contact of two who have no socket. */
    void merge() {
      String inbox = "/public/api/v1/inboxes/" + desk.world.inboxIdentifier + "/contacts";
      JsonObject cy = desk.anybody.post(inbox, "{\"name\":\"Cy\"}").is(200).object();
      JsonObject dee = desk.anybody.post(inbox, "{\"name\":\"Dee\"}").is(200).object();
      String conversations = inbox + "/" + cy.getString("source_id") + "/conversations";
      JsonObject begun = desk.anybody.post(conversations, "{}").is(200).object();
      giveToTeam(begun.getInt("id"));
      desk.forget();
      JsonObject both =
          Frames.object("base_contact_id", dee.getInt("id"), "mergee_contact_id", cy.getInt("id"));
      post(ann(), account() + "/actions/contact_merge", both.toString());
    }
  }
}
