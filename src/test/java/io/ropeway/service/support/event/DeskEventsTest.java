package io.ropeway.service.support.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ropeway.broadcast.Event;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.persistence.support.NotificationRepository;
import io.ropeway.persistence.support.Sender;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.persistence.support.SupportNotification;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamRepository;
import io.ropeway.service.TestServices;
import io.ropeway.service.support.body.Body;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is told what of the things that happen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskEventsTest {

  private TestDatabase database;
  private TestServices services;
  private DeskEvents events;
  private Instant now;
  private AppUser ana;
  private Contact bo;
  private ContactInbox door;
  private Team team;
  private long conversationId;
  private String staff;
  private String admins;
  private String contact;

  @BeforeAll
  void open() {
    database = TestDatabase.open(TestDatabase.Product.H2);
    services = new TestServices(database);
    events = services.get(DeskEvents.class);
    now = services.clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.inTransaction(
        () -> {
          Account account = new Account("Acme", now);
          ana = new AppUser(account, "ana@acme", "-", "Ana", AppUser.USER, now);
          services.get(UserRepository.class).add(account);
          services.get(UserRepository.class).add(ana);
          AccountUser member = new AccountUser(account, ana, AccountUser.AGENT, now);
          services.get(MembershipRepository.class).add(member);
          Inbox inbox = new Inbox(account, "Shop", Inbox.API, now);
          services.get(InboxRepository.class).add(inbox);
          team = new Team(account, "Tier 2", now);
          services.get(TeamRepository.class).add(team);
          bo = new Contact(account, "Bo", now);
          services.get(ContactRepository.class).add(bo);
          door = new ContactInbox(bo, inbox, "2f1c", now);
          services.get(ContactRepository.class).add(door);
          Conversation conversation = new Conversation(door, 12, Conversation.OPEN, now);
          services.get(ConversationRepository.class).add(conversation);
          conversationId = conversation.id();
          staff = DeskStreams.inbox(inbox.id());
          admins = DeskStreams.admins(account.id());
          contact = DeskStreams.contact(door.id());
          return null;
        });
  }

  @AfterAll
  void close() throws Exception {
    database.close();
  }

  @BeforeEach
  void forget() {
    services.published.clear();
  }

  @Test
  void aMessageIsToldOnceToTheStaffAndOnceToTheContact() {
    happens(
        conversation -> {
          SupportMessage message = say(conversation, "Hi", false);
          events.messageCreated(conversation, message, null);
        });

    assertThat(services.published)
        .extracting(Event::name, Event::audience)
        .containsExactly(
            tuple("message.created", List.of(staff, admins)),
            tuple("message.created", List.of(contact)));
    assertThat(services.published).noneMatch(Event::lowered);
    assertThat(data(0).getString("content")).isEqualTo("Hi");
    assertThat(data(1).toString()).doesNotContain("source_id\":\"2f1c");
  }

  @Test
  void aNoteIsNotToldToTheContact() {
    happens(
        conversation -> events.messageCreated(conversation, say(conversation, "Hush", true), ana));

    assertThat(services.published).extracting(Event::audience).containsOnly(List.of(staff, admins));
    assertThat(data(0).getJsonObject("performer").getString("name")).isEqualTo("Ana");
  }

  @Test
  void theTeamHearsOfItsConversations() {
    happens(
        conversation -> {
          conversation.team(team);
          events.teamChanged(conversation, null, ana);
          conversation.team(null);
        });

    assertThat(services.published)
        .extracting(Event::audience)
        .containsExactly(List.of(staff, DeskStreams.team(team.id()), admins));
    assertThat(data(0).getJsonObject("meta").getJsonObject("team").getString("name"))
        .isEqualTo("tier 2");
  }

  @Test
  void aConversationShowsItsLastPublicMessageAndLabels() {
    happens(
        conversation -> {
          say(conversation, "Last", false);
          say(conversation, "Secret", true);
          services.get(LabelRepository.class).replaceOfConversation(conversationId, List.of("vip"));
          events.conversationUpdated(conversation, null);
        });

    assertThat(data(0).getJsonArray("messages").getJsonObject(0).getString("content"))
        .isEqualTo("Last");
    assertThat(data(0).getJsonArray("labels").getString(0)).isEqualTo("vip");
    assertThat(services.published.get(1).payload()).doesNotContain("vip", "Secret");
  }

  @Test
  void readingConcernsTheStaffAlone() {
    happens(conversation -> events.conversationRead(conversation));
    happens(conversation -> events.conversationSeen(conversation, ana));

    assertThat(services.published)
        .extracting(Event::audience)
        .containsExactly(
            List.of(staff, admins), List.of(DeskStreams.user(bo.account().id(), ana.id())));
    assertThat(services.published.get(1).name()).isEqualTo("conversation.updated");
  }

  @Test
  void aNotificationCountsWhatIsUnread() {
    happens(
        conversation -> {
          SupportNotification notice =
              new SupportNotification(
                  ana, SupportNotification.ASSIGNMENT, conversation, null, null, now);
          services.get(NotificationRepository.class).add(notice);
          events.notificationCreated(notice);
          services.get(NotificationRepository.class).remove(notice);
          events.notificationDeleted(notice);
        });

    assertThat(data(0).getInt("unread_count")).isEqualTo(1);
    assertThat(data(0).getJsonObject("notification").getJsonObject("primary_actor").getInt("id"))
        .isEqualTo(12);
    assertThat(data(1).getInt("unread_count")).isZero();
    assertThat(data(1).getJsonObject("notification").keySet()).containsExactly("id");
  }

  @Test
  void whatHasChangedStandsBesideAnUpdatedMessage() {
    happens(
        conversation -> {
          SupportMessage message = say(conversation, "Hi", false);
          events.messageUpdated(
              conversation, message, Map.of("status", new Change("sent", "read")), null);
        });

    assertThat(data(0).getJsonObject("previous_changes"))
        .hasToString("{\"status\":[\"sent\",\"read\"]}");
  }

  @Test
  void typingLeavesNoTraceIsNotToldToWhoTypesAndEndsWithTheMessage() {
    DeskTyping typing = services.get(DeskTyping.class);
    happens(conversation -> typing.user(conversation, ana, true, false));
    assertThat(services.published).allMatch(Event::lowered).hasSize(3);
    assertThat(services.published.get(0).exclusion().identity()).isEqualTo("USER:" + ana.id());
    assertThat(data(0).getJsonObject("conversation").getInt("id")).isEqualTo(12);
    assertThat(data(0).getJsonObject("user").getString("type")).isEqualTo("user");

    services.published.clear();
    happens(
        conversation -> {
          SupportMessage reply = reply(conversation);
          events.messageCreated(conversation, reply, ana);
        });
    assertThat(services.published)
        .extracting(event -> Body.object(event.payload()).getString("event"))
        .containsExactly(
            "message.created",
            "message.created",
            "conversation.typing_off",
            "conversation.typing_off",
            "typing");
  }

  @Test
  void typingOfANoteIsNotToldToTheContact() {
    DeskTyping typing = services.get(DeskTyping.class);
    happens(conversation -> typing.user(conversation, ana, true, true));
    assertThat(services.published).noneMatch(event -> event.stream().equals(contact));
    happens(conversation -> typing.user(conversation, ana, false, true));
  }

  private SupportMessage say(Conversation conversation, String text, boolean note) {
    return keep(
        conversation,
        new SupportMessage(conversation, Sender.of(bo), SupportMessage.INCOMING, text, now),
        note);
  }

  private SupportMessage reply(Conversation conversation) {
    return keep(
        conversation,
        new SupportMessage(conversation, Sender.of(ana), SupportMessage.OUTGOING, "Yes?", now),
        false);
  }

  private SupportMessage keep(Conversation conversation, SupportMessage message, boolean note) {
    if (note) {
      message.makePrivate();
    }
    services.get(SupportMessageRepository.class).add(message);
    conversation.said(message);
    return message;
  }

  private void happens(Consumer<Conversation> what) {
    database.inTransaction(
        () -> {
          what.accept(
              services.get(ConversationRepository.class).lock(conversationId).orElseThrow());
          return null;
        });
  }

  private JsonObject data(int index) {
    return Body.object(services.published.get(index).payload()).getJsonObject("data");
  }
}
