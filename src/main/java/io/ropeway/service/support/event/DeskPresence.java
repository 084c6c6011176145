package io.ropeway.service.support.event;

import io.ropeway.broadcast.Event;
import io.ropeway.service.UseCase;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells who of an account is there. Blocks for the database. */
@UseCase
@ApplicationScoped
public class DeskPresence {

  @Inject Rosters rosters;
  @Inject DeskPublisher publisher;

  /** The text of {@code presence.update} for who has just come. */
  public String greeting(DeskListener who) {
    return update(who, rosters.now(who.accountId()));
  }

  /** The same for who asks again and again. */
  public String answer(DeskListener who) {
    return update(who, rosters.recent(who.accountId()));
  }

  /** What is told to who follows nothing but presence. */
  public String glance(long accountId) {
    return glance(rosters.now(accountId), accountId);
  }

  private static String update(DeskListener who, Roster roster) {
    return Payload.of(
        DeskEvent.PRESENCE_UPDATE,
        who.isUser() ? roster.forUsers(who.accountId()) : roster.forContacts(who.accountId()));
  }

  /** Tells all users of an account, because somebody came, went, or chose to be something else. */
  public void tell(long accountId) {
    Roster roster = rosters.now(accountId);
    String update = Payload.of(DeskEvent.PRESENCE_UPDATE, roster.forUsers(accountId));
    publisher.pass(new Event(DeskStreams.account(accountId), update));
    publisher.pass(new Event(DeskStreams.presence(accountId), glance(roster, accountId)));
  }

  private static String glance(Roster roster, long accountId) {
    Body data =
        new Body()
            .with("account_id", accountId)
            .with("online_users", roster.forUsers(accountId).getJsonObject("users"));
    return Payload.of("presence_update", data.build());
  }
}
