package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.rest.Api;
import io.ropeway.it.support.DeskWorld.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What becomes of who listens on one node when a right ends or begins on the other: the socket is
 * closed at that place in the order of events, and whoever comes back hears what they may hear
 * then.
 */
class DeskRightsIT {

  private static final int COME_BACK = 1012;
  private static final String MESSAGE = "message.created";

  @RegisterExtension final DeskStage desk = new DeskStage();
  private Api boss;
  private long id;

  @BeforeEach
  void begin() {
    boss = desk.as(desk.world.boss);
    id = desk.contact.begin();
    boss.post(desk.thread(id) + "/assignments", "{\"team_id\":" + desk.world.team + "}").is(200);
    desk.forget();
  }

  @Test
  void whoAnswersInTheInboxNoMoreHearsNoMore() {
    answering(desk.world.ann);
    losesWhatIsSaid(desk.ben, desk.world.ben, 2);
  }

  @Test
  void whoIsOfTheTeamNoMoreHearsNoMore() {
    boss.patch(desk.account() + "/teams/" + desk.world.team + "/team_members", "{\"user_ids\":[]}")
        .is(200);
    losesWhatIsSaid(desk.tim, desk.world.tim, 2);
  }

  @Test
  void whoAdministersNoMoreHearsNoMore() {
    role(boss, desk.world.dot, "administrator");
    desk.awaitDeparture(desk.dot);
    desk.forget();
    role(desk.as(desk.world.dot), desk.world.boss, "agent");
    losesWhatIsSaid(desk.boss, desk.world.boss, 2);
  }

  @Test
  void whoIsOfTheAccountNoMoreIsNotLetInAgain() {
    boss.delete(desk.account() + "/agents/" + desk.world.ben.id()).is(200);
    desk.contact.say(id, "after");
    assertThat(desk.awaitDeparture(desk.ben)).isEqualTo(COME_BACK);
    assertThat(desk.ben.wasTold(MESSAGE, data -> true)).isFalse();
    desk.refuses(desk.world.ben);
  }

  @Test
  void whoBeginsToAnswerInTheInboxComesBackAndHears() {
    answering(desk.world.ann, desk.world.ben, desk.world.dot);
    assertThat(desk.awaitDeparture(desk.dot)).isEqualTo(COME_BACK);
    Witness again = desk.arrives("dot again", desk.world.dot, 3);
    desk.contact.say(id, "after");
    desk.listen();
    again.heard(MESSAGE);
  }

  /**
   * What is said after a right has ended is told neither before the close nor after coming back.
   */
  private void losesWhatIsSaid(Witness witness, User user, int streamsLeft) {
    desk.contact.say(id, "right after");
    assertThat(desk.awaitDeparture(witness)).isEqualTo(COME_BACK);
    assertThat(witness.wasTold(MESSAGE, data -> true)).isFalse();

    Witness again = desk.arrives("the same again", user, streamsLeft);
    desk.contact.say(id, "later");
    desk.listen();
    assertThat(again.wasTold(MESSAGE, data -> true)).isFalse();
    assertThat(again.wasTold("contact.updated", data -> true)).isTrue();
    desk.ann.heard(MESSAGE, MESSAGE);
  }

  private void answering(User... users) {
    StringBuilder ids = new StringBuilder();
    for (User user : users) {
      ids.append(ids.isEmpty() ? "" : ",").append(user.id());
    }
    String body = "{\"inbox_id\":" + desk.world.inbox + ",\"user_ids\":[" + ids + "]}";
    boss.patch(desk.account() + "/inbox_members", body).is(200);
  }

  private void role(Api by, User user, String role) {
    by.patch(desk.account() + "/agents/" + user.id(), "{\"role\":\"" + role + "\"}").is(200);
  }
}
