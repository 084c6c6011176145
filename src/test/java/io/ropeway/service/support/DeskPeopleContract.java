package io.ropeway.service.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.service.Refusal;
import io.ropeway.service.Refusal.Reason;
import io.ropeway.service.support.event.DeskStreams;
import io.ropeway.service.support.view.ConversationQuery;
import io.ropeway.service.support.view.ConversationViews;
import io.ropeway.session.Identity;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Contacts, teams, inboxes and notifications of the desk, on a database of the subclass's choice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskPeopleContract {

  private DeskFixture desk;
  private long account;
  private Identity admin;
  private Identity ann;
  private Identity ben;
  private Identity outsider;
  private String everybody;

  abstract TestDatabase.Product product();

  @BeforeAll
  void open() {
    desk = new DeskFixture(product());
    account = desk.account.id();
    admin = desk.user("root", AccountUser.ADMINISTRATOR);
    ann = desk.agent("ann");
    ben = desk.agent("ben");
    outsider = desk.user("outsider", AccountUser.AGENT);
    everybody = DeskStreams.account(account);
  }

  @AfterAll
  void close() throws Exception {
    desk.close();
  }

  @BeforeEach
  void begin() {
    desk.forget();
  }

  private static void refused(Reason reason, Runnable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work::run)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private ContactSession enter(String source, ContactDetails details) {
    return desk.in(
        () -> desk.get(ContactSessions.class).enter(desk.inbox.identifier(), source, details));
  }

  private static ContactDetails details(String email, String identifier, String hash) {
    return new ContactDetails("Zoe", email, null, identifier, hash, null, null, null, null);
  }

  private String proof(String identifier) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = desk.inbox.hmacToken().getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
  }

  private Conversation read(long conversation) {
    return desk.in(
        () -> {
          DeskAccess access = desk.get(DeskAccess.class);
          return access.open(access.agent(admin, account), conversation);
        });
  }

  @Test
  void meetsAContactAgainByItsSessionAndByItsAddress() {
    ContactSession first = enter("source-1", details("Zoe@Example.com", null, null));
    assertThat(desk.told(everybody)).containsExactly("contact.created");
    ContactSession same = enter("source-1", ContactDetails.NONE);
    ContactSession other = enter("source-2", details("zoe@example.com", null, null));
    assertThat(same).isEqualTo(first);
    assertThat(other.id()).isEqualTo(first.id());
    assertThat(other.pubsubToken()).isNotEqualTo(first.pubsubToken()).hasSize(24);
    assertThat(desk.told(everybody)).containsExactly("contact.created");
  }

  @Test
  void showsAProvedContactAllItsConversationsAndOthersTheirOwn() throws Exception {
    enter("proved-1", details(null, "cust-1", proof("cust-1")));
    enter("proved-2", details(null, "cust-1", proof("cust-1")));
    enter("unproved", details(null, "cust-1", null));
    ContactAddress one = new ContactAddress(desk.inbox.identifier(), "proved-1");
    ContactAddress two = new ContactAddress(desk.inbox.identifier(), "proved-2");
    ContactAddress three = new ContactAddress(desk.inbox.identifier(), "unproved");
    long conversation = desk.conversation(one);
    assertThat(desk.in(() -> desk.get(ContactDesk.class).conversations(two))).hasSize(1);
    assertThat(desk.in(() -> desk.get(ContactDesk.class).conversations(three))).isEmpty();
    refused(Reason.NOT_FOUND, () -> desk.say(three, conversation, "Mine?"));
    refused(
        Reason.UNAUTHENTICATED, () -> enter("forged", details(null, "cust-1", proofOf("other"))));
  }

  private String proofOf(String identifier) {
    try {
      return proof(identifier);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void mergesTwoContactsIntoOne() {
    ContactSession base = enter("merge-1", details("base@example.com", null, null));
    ContactSession other = enter("merge-2", details("other@example.com", "cust-9", null));
    ContactAddress who = new ContactAddress(desk.inbox.identifier(), "merge-2");
    long conversation = desk.conversation(who);
    desk.say(who, conversation, "Hello");
    desk.forget();
    JsonObject merged =
        desk.in(() -> desk.get(ContactMerges.class).merge(ann, account, base.id(), other.id()));
    assertThat(merged.getString("email")).isEqualTo("base@example.com");
    assertThat(merged.getString("identifier")).isEqualTo("cust-9");
    assertThat(read(conversation).contact().id()).isEqualTo(base.id());
    assertThat(desk.told(everybody)).containsExactly("contact.merged", "contact.deleted");
    assertThat(desk.told(DeskStreams.inbox(desk.inbox.id())))
        .containsExactly("conversation.contact_changed");
    desk.say(who, conversation, "Still me");
  }

  @Test
  void tellsOfAChangedContactOnceAndRefusesAnothersAddress() {
    ContactSession zoe = enter("change-1", details("change@example.com", null, null));
    enter("change-2", details("taken@example.com", null, null));
    desk.forget();
    ContactDetails more =
        new ContactDetails("Zoë", null, null, null, null, null, "{\"plan\":\"pro\"}", null, null);
    Contacts contacts = desk.get(Contacts.class);
    JsonObject changed = desk.in(() -> contacts.update(ann, account, zoe.id(), more));
    assertThat(changed.getJsonObject("custom_attributes").getString("plan")).isEqualTo("pro");
    desk.in(() -> contacts.update(ann, account, zoe.id(), more));
    assertThat(desk.told(everybody)).containsExactly("contact.updated");
    refused(
        Reason.CONFLICT,
        () ->
            desk.in(
                () ->
                    contacts.update(
                        ann, account, zoe.id(), details("taken@example.com", null, null))));
  }

  @Test
  void givesATeamsConversationToOneOfTheTeamWhoIsOnline() {
    TeamSetup setup = desk.get(TeamSetup.class);
    long team = desk.in(() -> setup.create(admin, account, "Tier 2", null, true)).getInt("id");
    desk.run(
        () ->
            setup.members(
                admin, account, team, List.of(DeskFixture.id(ben), DeskFixture.id(outsider))));
    long conversation = desk.conversation(desk.contact("zoe"));
    ConversationAssignments assignments = desk.get(ConversationAssignments.class);
    desk.in(() -> assignments.assign(admin, account, conversation, DeskFixture.id(ann)));
    desk.connect(ben);
    desk.forget();
    desk.in(() -> assignments.assignTeam(admin, account, conversation, team));
    desk.disconnect(ben);
    assertThat(read(conversation).assignee().id()).isEqualTo(DeskFixture.id(ben));
    assertThat(desk.told(DeskStreams.inbox(desk.inbox.id())))
        .startsWith("team.changed", "conversation.updated", "message.created", "assignee.changed");
    JsonObject said = desk.say(outsider, conversation, "I may, as one of the team");
    assertThat(said.getString("content")).startsWith("I may");
    ConversationQuery all = ConversationQuery.filtered(List.of(), null);
    JsonObject seen = desk.in(() -> desk.get(ConversationViews.class).list(outsider, account, all));
    assertThat(seen.getJsonObject("data").getJsonArray("payload").getValuesAs(JsonObject.class))
        .extracting(one -> one.getJsonNumber("id").longValue())
        .containsExactly(conversation);
    desk.forget();
    desk.in(() -> assignments.assignTeam(admin, account, conversation, null));
    assertThat(desk.told(DeskStreams.team(team))).containsExactly("team.changed");
    desk.in(() -> assignments.assignTeam(admin, account, conversation, team));
    desk.run(() -> setup.delete(admin, account, team));
    assertThat(read(conversation).team()).isNull();
    refused(Reason.NOT_FOUND, () -> desk.say(outsider, conversation, "No more"));
  }

  @Test
  void evictsWhoNoLongerAnswersInAnInbox() {
    long inbox = desk.inbox("Other").id();
    InboxSetup setup = desk.get(InboxSetup.class);
    desk.run(() -> setup.members(admin, account, inbox, List.of(DeskFixture.id(ann))));
    desk.forget();
    desk.run(() -> setup.members(admin, account, inbox, List.of()));
    assertThat(desk.services.evicted).containsEntry(DeskStreams.inbox(inbox), ann.key());
    assertThat(desk.services.published)
        .anyMatch(event -> event.name().equals("account.cache_invalidated"));
    refused(
        Reason.FORBIDDEN,
        () -> desk.run(() -> setup.members(ann, account, inbox, List.of(DeskFixture.id(ann)))));
  }

  @Test
  void changesNotificationsOneByOneAndAllQuietly() {
    long conversation = desk.conversation(desk.contact("zoe"));
    desk.in(
        () ->
            desk.get(ConversationAssignments.class)
                .assign(admin, account, conversation, DeskFixture.id(ann)));
    long id =
        desk.in(
                () ->
                    desk.database
                        .entities()
                        .createQuery("select max(n.id) from SupportNotification n", Long.class)
                        .getSingleResult())
            .longValue();
    String own = DeskStreams.user(account, DeskFixture.id(ann));
    desk.forget();
    NotificationChanges changes = desk.get(NotificationChanges.class);
    desk.run(() -> changes.read(ann, account, id));
    desk.run(() -> changes.unread(ann, account, id));
    desk.run(() -> changes.snooze(ann, account, id, null));
    assertThat(desk.told(own)).hasSize(3).containsOnly("notification.updated");
    desk.run(() -> changes.readAll(ann, account, null));
    assertThat(desk.told(own)).hasSize(3);
    refused(Reason.NOT_FOUND, () -> desk.run(() -> changes.delete(ben, account, id)));
    desk.run(() -> changes.delete(ann, account, id));
    assertThat(desk.told(own)).endsWith("notification.deleted");
  }

  @Test
  void opensWhatWasPutOffWhenItsTimeHasCome() {
    long conversation = desk.conversation(desk.contact("zoe"));
    desk.in(
        () ->
            desk.get(ConversationChanges.class)
                .status(
                    ann,
                    account,
                    conversation,
                    "snoozed",
                    desk.services.clock.instant().plusSeconds(60)));
    SnoozeEnds ends = desk.get(SnoozeEnds.class);
    assertThat(desk.in(ends::open)).isZero();
    desk.services.clock.advance(Duration.ofMinutes(2));
    assertThat(desk.in(ends::open)).isEqualTo(1);
    assertThat(read(conversation).status()).isEqualTo("open");
  }

  @Test
  void takesSomebodyIntoTheAccountAndSendsThemAway() {
    AgentSetup setup = desk.get(AgentSetup.class);
    JsonObject added =
        desk.in(() -> setup.add(admin, account, "New@Example.com", "New", "agent", "long enough"));
    assertThat(added.getString("email")).isEqualTo("new@example.com");
    long user = added.getInt("id");
    refused(Reason.FORBIDDEN, () -> desk.run(() -> setup.remove(ann, account, user)));
    desk.run(() -> setup.remove(admin, account, user));
    assertThat(desk.services.evicted).containsKey(DeskStreams.admins(account));
  }

  @Test
  void changesSeveralConversationsAndPassesOverWhatIsMissing() {
    long one = desk.conversation(desk.contact("zoe"));
    long two = desk.conversation(desk.contact("yan"));
    BulkChange change =
        new BulkChange(List.of(one, 99_999L, two), "resolved", null, null, List.of("done"));
    desk.run(() -> desk.get(BulkChanges.class).change(ann, account, change));
    assertThat(read(one).status()).isEqualTo("resolved");
    assertThat(read(two).status()).isEqualTo("resolved");
    assertThat(desk.in(() -> desk.get(ConversationLabels.class).list(ann, account, two)))
        .containsExactly("done");
  }
}
