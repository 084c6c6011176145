package io.ropeway.it.support;

import static io.ropeway.it.support.Ear.AGENT;
import static io.ropeway.it.support.Ear.BOTH_SIDES;
import static io.ropeway.it.support.Ear.COLLEAGUE;
import static io.ropeway.it.support.Ear.CONTACT;
import static io.ropeway.it.support.Ear.SECOND_DEVICE;
import static io.ropeway.it.support.Ear.STAFF;
import static io.ropeway.it.support.Ear.STAFF_AND_TEAM;
import static io.ropeway.it.support.Ear.USERS;
import static io.ropeway.it.support.Ear.with;
import static io.ropeway.it.support.Ear.without;

import io.ropeway.it.support.Telling.Deeds;
import io.ropeway.service.support.event.DeskEvent;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Who is told of what. Of a conversation in a team's hands its people hear, too. */
final class Tellings {

  private static final Set<Ear> READER = Set.of(AGENT, SECOND_DEVICE);
  private static final Set<Ear> BEN = Set.of(COLLEAGUE);

  static final List<Telling> ALL =
      List.of(
          new Telling(
              DeskEvent.MESSAGE_CREATED,
              "the contact speaks",
              deeds -> deeds.desk().contact.say(deeds.id(), "Hi"),
              BOTH_SIDES),
          new Telling(
              DeskEvent.MESSAGE_CREATED,
              "an agent notes something",
              deeds -> deeds.say("{\"content\":\"Psst\",\"private\":true}"),
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.MESSAGE_CREATED,
              "it is noted what happened",
              deeds -> deeds.post(deeds.ann(), deeds.thread() + "/mute", "{}"),
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.MESSAGE_UPDATED,
              "a message is deleted",
              deeds -> deeds.delete(deeds.say("{\"content\":\"Oh\"}")),
              BOTH_SIDES),
          new Telling(
              DeskEvent.MESSAGE_UPDATED,
              "a note is deleted",
              deeds -> deeds.delete(deeds.say("{\"content\":\"Oh\",\"private\":true}")),
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.FIRST_REPLY_CREATED,
              "an agent answers",
              deeds -> deeds.say("{\"content\":\"Hello\"}"),
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.CONVERSATION_CREATED,
              "the contact begins another, which is of no team",
              deeds -> deeds.desk().contact.begin(),
              with(STAFF, CONTACT)),
          new Telling(
              DeskEvent.CONVERSATION_UPDATED,
              "it is labelled",
              deeds ->
                  deeds.post(deeds.ann(), deeds.thread() + "/labels", "{\"labels\":[\"vip\"]}"),
              BOTH_SIDES),
          new Telling(
              DeskEvent.CONVERSATION_UPDATED,
              "an agent reads",
              deeds -> deeds.post(deeds.ann(), deeds.thread() + "/update_last_seen", "{}"),
              READER),
          new Telling(
              DeskEvent.CONVERSATION_STATUS_CHANGED,
              "it is resolved",
              deeds -> deeds.post(deeds.ann(), deeds.thread() + "/toggle_status", "{}"),
              BOTH_SIDES),
          new Telling(
              DeskEvent.CONVERSATION_READ,
              "the contact reads",
              deeds -> deeds.desk().contact.read(deeds.id()),
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.CONVERSATION_CONTACT_CHANGED,
              "contacts become one",
              Deeds::merge,
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.CONVERSATION_MENTIONED, "an agent is mentioned", Tellings::mentionBen, BEN),
          new Telling(
              DeskEvent.CONVERSATION_TYPING_ON,
              "the contact types",
              deeds -> deeds.desk().contact.type(deeds.id(), true),
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.CONVERSATION_TYPING_ON,
              "an agent types",
              deeds -> type(deeds, "on", false),
              without(BOTH_SIDES, AGENT, SECOND_DEVICE)),
          new Telling(
              DeskEvent.CONVERSATION_TYPING_ON,
              "an agent types a note",
              deeds -> type(deeds, "on", true),
              without(STAFF_AND_TEAM, AGENT, SECOND_DEVICE)),
          new Telling(
              DeskEvent.CONVERSATION_TYPING_OFF,
              "an agent types no more",
              deeds -> {
                type(deeds, "on", false);
                type(deeds, "off", false);
              },
              without(BOTH_SIDES, AGENT, SECOND_DEVICE)),
          new Telling(
              DeskEvent.ASSIGNEE_CHANGED,
              "it is given to an agent",
              Deeds::giveToBen,
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.TEAM_CHANGED,
              "another is given to the team",
              deeds -> deeds.giveToTeam(deeds.desk().contact.begin()),
              STAFF_AND_TEAM),
          new Telling(
              DeskEvent.CONTACT_CREATED,
              "somebody comes in",
              deeds ->
                  deeds.post(
                      deeds.desk().anybody,
                      "/public/api/v1/inboxes/" + deeds.desk().world.inboxIdentifier + "/contacts",
                      "{}"),
              USERS),
          new Telling(
              DeskEvent.CONTACT_UPDATED,
              "the contact tells its name",
              deeds ->
                  deeds.desk().anybody.patch(deeds.desk().session(), "{\"name\":\"Bob\"}").is(200),
              USERS),
          new Telling(DeskEvent.CONTACT_MERGED, "contacts become one", Deeds::merge, USERS),
          new Telling(DeskEvent.CONTACT_DELETED, "contacts become one", Deeds::merge, USERS),
          new Telling(
              DeskEvent.NOTIFICATION_CREATED, "an agent is given it", Deeds::giveToBen, BEN),
          new Telling(
              DeskEvent.NOTIFICATION_UPDATED,
              "an agent marks one read",
              deeds -> deeds.ben().patch(deeds.notice(), "{}").is(200),
              BEN),
          new Telling(
              DeskEvent.NOTIFICATION_DELETED,
              "an agent takes one away",
              deeds -> deeds.ben().delete(deeds.notice()).is(200),
              BEN),
          new Telling(
              DeskEvent.CACHE_INVALIDATED,
              "a label is offered",
              deeds -> deeds.post(deeds.boss(), deeds.account() + "/labels", "{\"title\":\"vip\"}"),
              USERS),
          new Telling(
              DeskEvent.PRESENCE_UPDATE,
              "an agent is busy",
              deeds ->
                  deeds.post(
                      deeds.ann(),
                      "/api/v1/profile/availability",
                      "{\"profile\":{\"account_id\":"
                          + deeds.desk().world.account
                          + ",\"availability\":\"busy\"}}"),
              Tellings::showsSomebodyBusy,
              USERS));

  private Tellings() {}

  private static void mentionBen(Deeds deeds) {
    String ben = "(mention://user/" + deeds.desk().world.ben.id() + "/Ben)";
    deeds.say("{\"content\":\"Look " + ben + "\",\"private\":true}");
  }

  private static void type(Deeds deeds, String status, boolean inNote) {
    deeds.post(
        deeds.ann(),
        deeds.thread() + "/toggle_typing_status",
        "{\"typing_status\":\"" + status + "\",\"is_private\":" + inNote + "}");
  }

  private static boolean showsSomebodyBusy(JsonObject data) {
    return data.getJsonObject("users").toString().contains("busy");
  }
}
