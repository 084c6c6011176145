package io.ropeway.service.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.EventKind;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.service.Refusal;
import io.ropeway.service.Refusal.Reason;
import io.ropeway.service.support.event.DeskStreams;
import io.ropeway.session.Identity;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules of the support desk, on a database of the subclass's choice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskContract {

  private DeskFixture desk;
  private Identity admin;
  private Identity ann;
  private Identity ben;
  private Identity outsider;
  private Identity stranger;
  private ContactAddress zoe;
  private long conversation;
  private String staff;

  abstract TestDatabase.Product product();

  @BeforeAll
  void open() {
    desk = new DeskFixture(product());
    admin = desk.user("root", AccountUser.ADMINISTRATOR);
    ann = desk.agent("ann");
    ben = desk.agent("ben");
    outsider = desk.user("outsider", AccountUser.AGENT);
    stranger = desk.user(desk.account("Other"), "stranger", AccountUser.ADMINISTRATOR);
    staff = DeskStreams.inbox(desk.inbox.id());
  }

  @AfterAll
  void close() throws Exception {
    desk.close();
  }

  @BeforeEach
  void begin() {
    zoe = desk.contact("zoe");
    conversation = desk.conversation(zoe);
    desk.forget();
  }

  private static void refused(Reason reason, Runnable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work::run)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private void assign(Identity by, Identity to) {
    desk.in(
        () ->
            desk.get(ConversationAssignments.class)
                .assign(by, desk.account.id(), conversation, DeskFixture.id(to)));
  }

  private StatusChange status(Identity by, String status) {
    return desk.in(
        () ->
            desk.get(ConversationChanges.class)
                .status(by, desk.account.id(), conversation, status, null));
  }

  @Test
  void tellsTheInboxWhatAContactSays() {
    JsonObject message = desk.say(zoe, conversation, "Hello");
    assertThat(message.getString("content")).isEqualTo("Hello");
    assertThat(desk.told(staff)).startsWith("message.created");
    assertThat(desk.told(DeskStreams.account(desk.account.id())))
        .containsExactly("contact.updated");
  }

  @Test
  void tellsOfTheFirstReplyOnce() {
    desk.say(zoe, conversation, "Hello");
    desk.forget();
    desk.say(ann, conversation, "Good day");
    assertThat(desk.told(staff))
        .containsExactly("message.created", "first.reply.created", "conversation.updated");
    desk.forget();
    desk.say(ann, conversation, "What is it?");
    assertThat(desk.told(staff)).containsExactly("message.created");
  }

  @Test
  void opensAResolvedConversationBeforeItTellsWhatTheContactSays() {
    status(admin, "resolved");
    desk.forget();
    desk.say(zoe, conversation, "Once more");
    assertThat(desk.told(staff))
        .startsWith("conversation.status_changed", "conversation.updated", "message.created");
  }

  @Test
  void leavesAMutedConversationAsItIs() {
    desk.run(
        () -> desk.get(ConversationChanges.class).mute(ann, desk.account.id(), conversation, true));
    desk.forget();
    desk.say(zoe, conversation, "Hello?");
    assertThat(desk.told(staff)).doesNotContain("conversation.status_changed");
  }

  @Test
  void tellsOfAnAssignmentInOrderAndTheAssigneeOfIt() {
    assign(admin, ann);
    assertThat(desk.told(staff))
        .containsExactly("assignee.changed", "conversation.updated", "message.created");
    String own = DeskStreams.user(desk.account.id(), DeskFixture.id(ann));
    assertThat(desk.told(own)).containsExactly("notification.created");
    desk.forget();
    desk.say(zoe, conversation, "Hello");
    assertThat(desk.told(own)).containsExactly("notification.created", "notification.deleted");
  }

  @Test
  void givesNewConversationsToThoseWhoAreOnlineByTurns() {
    desk.connect(ann);
    desk.connect(ben);
    desk.services.clock.advance(Duration.ofSeconds(5));
    List<Long> assignees =
        List.of(assigneeOfNew(), assigneeOfNew(), assigneeOfNew(), assigneeOfNew());
    long a = DeskFixture.id(ann);
    long b = DeskFixture.id(ben);
    assertThat(assignees).isIn(List.of(a, b, a, b), List.of(b, a, b, a));
    desk.disconnect(ann);
    desk.disconnect(ben);
  }

  private long assigneeOfNew() {
    long made = desk.conversation(desk.contact("somebody"));
    return desk.in(
        () ->
            desk.get(DeskAccess.class)
                .open(desk.get(DeskAccess.class).agent(admin, desk.account.id()), made)
                .assignee()
                .id());
  }

  @Test
  void givesAnAgentWhoOpensAConversationThatConversation() {
    status(admin, "resolved");
    desk.forget();
    assertThat(status(ann, "open").currentStatus()).isEqualTo("open");
    assertThat(desk.told(staff))
        .containsSubsequence("conversation.status_changed", "message.created", "assignee.changed");
  }

  @Test
  void isNotThereForThoseWhoDoNotAnswerInTheInbox() {
    refused(Reason.NOT_FOUND, () -> desk.say(outsider, conversation, "Let me in"));
    refused(Reason.NOT_FOUND, () -> desk.say(stranger, conversation, "Let me in"));
    ContactAddress other = desk.contact("other");
    refused(Reason.NOT_FOUND, () -> desk.say(other, conversation, "Let me in"));
    assertThat(desk.told(staff)).isEmpty();
  }

  @Test
  void answersARepeatWithTheFirst() {
    Draft draft = Draft.of("Hello", "echo-1");
    JsonObject first = desk.in(() -> desk.get(ContactDesk.class).post(zoe, conversation, draft));
    desk.forget();
    JsonObject second = desk.in(() -> desk.get(ContactDesk.class).post(zoe, conversation, draft));
    assertThat(second.getInt("id")).isEqualTo(first.getInt("id"));
    assertThat(desk.told(staff)).isEmpty();
  }

  @Test
  void marksWhatTheContactHasRead() {
    desk.say(zoe, conversation, "Hello");
    desk.say(ann, conversation, "One");
    desk.say(ann, conversation, "Two");
    desk.forget();
    desk.run(() -> desk.get(ContactDesk.class).seen(zoe, conversation));
    assertThat(desk.told(staff))
        .containsExactly("conversation.read", "message.updated", "message.updated");
    desk.forget();
    desk.run(() -> desk.get(ContactDesk.class).seen(zoe, conversation));
    assertThat(desk.told(staff)).containsExactly("conversation.read");
  }

  @Test
  void countsWhatNoAgentHasSeen() {
    desk.say(zoe, conversation, "One");
    desk.services.clock.advance(Duration.ofSeconds(5));
    desk.say(zoe, conversation, "Two");
    ConversationReading reading = desk.get(ConversationReading.class);
    JsonObject seen = desk.in(() -> reading.seen(ann, desk.account.id(), conversation));
    assertThat(seen.getInt("unread_count")).isZero();
    JsonObject unread = desk.in(() -> reading.unread(ann, desk.account.id(), conversation));
    assertThat(unread.getInt("unread_count")).isEqualTo(1);
  }

  @Test
  void tellsThoseWhomANoteNamesAndNotTheContact() {
    String text =
        "Look, [ben](mention://user/" + ben.id() + "/ben) (mention://user/" + ben.id() + "/ben)";
    desk.in(
        () ->
            desk.get(DeskMessages.class)
                .post(ann, desk.account.id(), conversation, Draft.note(text)));
    assertThat(desk.told(DeskStreams.user(desk.account.id(), DeskFixture.id(ben))))
        .containsExactly("conversation.mentioned", "notification.created");
    assertThat(desk.services.published)
        .noneMatch(event -> event.audience().get(0).startsWith("desk.contact:"));
  }

  @Test
  void erasesAMessageOnce() {
    long message = desk.say(zoe, conversation, "a secret").getInt("id");
    desk.forget();
    DeskMessages messages = desk.get(DeskMessages.class);
    JsonObject deleted =
        desk.in(() -> messages.delete(ann, desk.account.id(), conversation, message));
    assertThat(deleted.getJsonObject("content_attributes").getBoolean("deleted")).isTrue();
    desk.in(() -> messages.delete(ann, desk.account.id(), conversation, message));
    assertThat(desk.told(staff)).containsExactly("message.updated");
    assertThat(desk.database.placesOf("a secret")).isEmpty();
  }

  @Test
  void hasNobodysMemoryKeepWhatAnErasedNoteSaid() {
    String text = "A secret for (mention://user/" + ben.id() + "/ben)";
    long note =
        desk.in(
                () ->
                    desk.get(DeskMessages.class)
                        .post(ann, desk.account.id(), conversation, Draft.note(text)))
            .getInt("id");
    desk.run(() -> desk.get(StreamLog.class).append(List.copyOf(desk.services.published)));
    desk.forget();
    desk.in(() -> desk.get(DeskMessages.class).delete(ann, desk.account.id(), conversation, note));
    assertThat(desk.services.published)
        .filteredOn(event -> event.kind() == EventKind.REDACTION)
        .extracting(Event::stream)
        .containsExactly(DeskStreams.user(desk.account.id(), DeskFixture.id(ben)));
    assertThat(desk.database.placesOf("A secret for")).isEmpty();
  }

  @Test
  void replacesLabels() {
    ConversationLabels labels = desk.get(ConversationLabels.class);
    List<String> titles =
        desk.in(
            () -> labels.replace(ann, desk.account.id(), conversation, List.of("VIP ", "urgent")));
    assertThat(titles).containsExactly("urgent", "vip");
    desk.in(() -> labels.replace(ann, desk.account.id(), conversation, List.of("vip")));
    assertThat(desk.in(() -> labels.list(ann, desk.account.id(), conversation)))
        .containsExactly("vip");
    assertThat(desk.told(staff)).filteredOn("conversation.updated"::equals).hasSize(2);
  }

  @Test
  void numbersTheConversationsOfAnAccountInARow() {
    long next = desk.conversation(zoe);
    assertThat(next).isEqualTo(conversation + 1);
  }
}
