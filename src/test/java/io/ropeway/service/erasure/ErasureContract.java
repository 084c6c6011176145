package io.ropeway.service.erasure;

import static io.ropeway.service.TestServices.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.EventKind;
import io.ropeway.broadcast.LogEvent;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.account.AccessToken;
import io.ropeway.persistence.account.AccessTokenRepository;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.Refusal.Reason;
import io.ropeway.service.TestServices;
import io.ropeway.service.audit.Audit;
import io.ropeway.service.audit.AuditView;
import io.ropeway.service.chat.ChatEvents;
import io.ropeway.service.chat.ChatMessages;
import io.ropeway.service.chat.ChatRooms;
import io.ropeway.service.chat.MessageView;
import io.ropeway.service.chat.RoomMembers;
import io.ropeway.service.support.ContactAddress;
import io.ropeway.service.support.ContactDesk;
import io.ropeway.service.support.ContactDetails;
import io.ropeway.service.support.ContactSession;
import io.ropeway.service.support.ContactSessions;
import io.ropeway.service.support.DeskMessages;
import io.ropeway.service.support.Draft;
import io.ropeway.session.Identity;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is erased is nowhere any more, on a database of the subclass's choice. */
abstract class ErasureContract {

  private static final String SECRET = "the heron flies at noon";

  private TestDatabase database;
  private TestServices services;
  private StreamLog log;
  private ChatRooms rooms;
  private ChatMessages messages;
  private UserErasure erasure;
  private Audit audit;
  private Identity admin;
  private Identity zoe;
  private Identity stranger;
  private long room;

  abstract TestDatabase.Product product();

  @BeforeEach
  void open() {
    database = TestDatabase.open(product());
    services = new TestServices(database);
    log = services.get(StreamLog.class);
    rooms = services.get(ChatRooms.class);
    messages = services.get(ChatMessages.class);
    erasure = services.get(UserErasure.class);
    audit = services.get(Audit.class);
    Account account = new Account("Account", services.clock.instant());
    Account other = new Account("Other", services.clock.instant());
    admin = services.user(account, "root", AppUser.ADMIN);
    zoe = services.user(account, "zoequill", AppUser.USER);
    stranger = services.user(other, "stranger", AppUser.ADMIN);
    room = in(() -> rooms.create(admin, "room", "A room", "public")).id();
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  /** A transaction that logs what is published in it, as the last thing before its commit. */
  private <T> T in(Supplier<T> work) {
    return database.inTransaction(
        () -> {
          services.published.clear();
          T result = work.get();
          List<Event> events = List.copyOf(services.published);
          if (!events.isEmpty()) {
            log.append(events);
          }
          return result;
        });
  }

  private void erase(Identity by, Identity whom) {
    in(
        () -> {
          erasure.erase(by, Long.parseLong(whom.id()));
          return 0;
        });
  }

  private void execute(String sql) {
    in(() -> database.entities().createNativeQuery(sql).executeUpdate());
  }

  private MessageView say(Identity who, String text, String clientMessageId) {
    return in(() -> messages.post(room, who, text, clientMessageId)).message();
  }

  private List<LogEvent> logged() {
    return log.read(log.head(ChatEvents.stream(room)), 0, 100);
  }

  @Test
  void leavesNoTraceOfTheTextOfADeletedMessage() {
    MessageView message = say(zoe, SECRET, null);
    in(() -> messages.edit(room, message.id(), zoe, SECRET + " no longer"));
    say(zoe, "kept", null);
    assertThat(database.placesOf(SECRET)).isNotEmpty();
    List<LogEvent> before = logged();

    in(() -> messages.delete(room, message.id(), zoe));

    assertThat(database.placesOf(SECRET)).isEmpty();
    assertThat(database.placesOf("kept")).isNotEmpty();
    List<LogEvent> after = logged();
    assertThat(after).hasSize(before.size() + 1);
    assertThat(after.subList(0, before.size()))
        .extracting(LogEvent::offset, LogEvent::name)
        .containsExactlyElementsOf(before.stream().map(e -> tuple(e.offset(), e.name())).toList());
    assertThat(after)
        .filteredOn(event -> ("message:" + message.id()).equals(event.subject()))
        .extracting(LogEvent::name)
        .containsExactly("message.created", "message.updated", "message.deleted");
    assertThat(after)
        .filteredOn(event -> ("message:" + message.id()).equals(event.subject()))
        .allSatisfy(
            event ->
                assertThat(event.payload())
                    .startsWith("{\"event\":\"" + event.name() + "\"")
                    .contains("\"deleted\":true", "\"text\":\"\"", "\"id\":" + message.id()));
  }

  @Test
  void leavesNoTraceOfAnErasedUsersWordsAtADesk() {
    Inbox inbox = in(() -> inboxOf(zoe));
    long account = inbox.account().id();
    ContactDetails vic = new ContactDetails("Vic", null, null, null, null, null, null, null, null);
    ContactSession session =
        in(() -> services.get(ContactSessions.class).enter(inbox.identifier(), null, vic));
    ContactAddress visitor = new ContactAddress(inbox.identifier(), session.sourceId());
    int conversation = in(() -> services.get(ContactDesk.class).begin(visitor, null)).getInt("id");
    in(
        () ->
            services
                .get(DeskMessages.class)
                .post(zoe, account, conversation, Draft.of(SECRET, null)));
    in(() -> services.get(ContactDesk.class).post(visitor, conversation, Draft.of("kept", null)));
    assertThat(database.placesOf(SECRET)).hasSizeGreaterThan(1);

    erase(admin, zoe);

    assertThat(database.placesOf(SECRET)).isEmpty();
    assertThat(database.placesOf("kept")).isNotEmpty();
  }

  private Inbox inboxOf(Identity agent) {
    AppUser user =
        services.get(UserRepository.class).find(Long.parseLong(agent.id())).orElseThrow();
    Inbox inbox = new Inbox(user.account(), "Inbox", Inbox.API, services.clock.instant());
    services.get(InboxRepository.class).add(inbox);
    services.get(InboxRepository.class).add(new InboxMember(inbox, user, services.clock.instant()));
    services
        .get(MembershipRepository.class)
        .add(new AccountUser(user.account(), user, AccountUser.AGENT, services.clock.instant()));
    return inbox;
  }

  @Test
  void leavesNoTraceOfAnErasedUsersWordsAndName() {
    MessageView message = say(zoe, SECRET, "zoequill-1");
    say(admin, "kept", null);
    in(
        () -> {
          messages.markRead(room, zoe, message.id());
          return 0;
        });
    in(
        () -> {
          AppUser user =
              services.get(UserRepository.class).find(Long.parseLong(zoe.id())).orElseThrow();
          services
              .get(AccessTokenRepository.class)
              .add(
                  new AccessToken(
                      user,
                      "hash",
                      "zoequill's telephone",
                      services.clock.instant(),
                      services.clock.instant().plus(Duration.ofDays(1))));
          return 0;
        });
    execute(
        "insert into presence_lease (room, who, incarnation, info) values ('room:1', '"
            + zoe.id()
            + "', 1, 'zoequill')");
    assertThat(database.placesOf(SECRET)).isNotEmpty();
    assertThat(database.placesOf("zoequill")).isNotEmpty();
    long offset = log.head(ChatEvents.stream(room)).offset();

    erase(admin, zoe);

    assertThat(database.placesOf(SECRET)).isEmpty();
    assertThat(database.placesOf("zoequill")).isEmpty();
    assertThat(database.placesOf("kept")).isNotEmpty();
    assertThat(services.closedCredentials).hasSize(1);
    assertThat(logged().subList(0, (int) offset))
        .filteredOn(event -> event.name().equals("message.created"))
        .extracting(LogEvent::payload)
        .satisfiesExactly(
            zoes ->
                assertThat(zoes)
                    .contains("\"deleted\":true", "\"text\":\"\"", "\"name\":\"Anonymous\""),
            roots -> assertThat(roots).contains("\"text\":\"kept\"", "\"name\":\"root\""));
    assertThat(logged().subList((int) offset, logged().size()))
        .extracting(LogEvent::kind, LogEvent::name)
        .containsExactlyInAnyOrder(
            tuple(EventKind.DATA, "member.left"),
            tuple(EventKind.REDACTION, ""),
            tuple(EventKind.DATA, "user.erased"));
    MessageView left = in(() -> messages.page(room, null, null, 10)).messages().get(0);
    assertThat(left.deleted()).isTrue();
    assertThat(left.sender().name()).isEqualTo("Anonymous");
    assertThat(left.updatedAt()).isAfter(message.updatedAt());
  }

  @Test
  void letsAnErasedUserSayNothingMore() {
    say(zoe, SECRET, null);
    erase(admin, zoe);
    refused(Reason.NOT_FOUND, () -> say(zoe, "I am back", null));
    refused(
        Reason.NOT_FOUND,
        () ->
            in(
                () -> {
                  messages.markRead(room, zoe, 1);
                  return 0;
                }));
    assertThat(in(() -> rooms.open("room", zoe))).isEmpty();
    refused(
        Reason.NOT_FOUND,
        () ->
            in(
                () ->
                    services
                        .get(RoomMembers.class)
                        .put("room", admin, Long.parseLong(zoe.id()), null)));
    erase(admin, zoe);
    assertThat(services.published).isEmpty();
  }

  @Test
  void letsOnlyAdministratorsOfTheAccountEraseOthers() {
    refused(Reason.FORBIDDEN, () -> erase(zoe, admin));
    refused(Reason.NOT_FOUND, () -> erase(stranger, zoe));
    refused(Reason.CONFLICT, () -> erase(admin, admin));
    refused(Reason.UNAUTHENTICATED, () -> erase(Identity.anonymous(), zoe));
    assertThat(in(() -> rooms.open("room", zoe))).isPresent();
  }

  @Test
  void notesWhoErasedWhatAndShowsItToAdministrators() {
    MessageView mine = say(zoe, "mine", null);
    MessageView yours = say(zoe, "yours", null);
    in(() -> messages.delete(room, mine.id(), zoe));
    in(() -> messages.delete(room, yours.id(), admin));
    erase(admin, zoe);
    List<AuditView> entries = in(() -> audit.page(admin, null, 10)).entries();
    assertThat(entries)
        .extracting(AuditView::actor, AuditView::action, AuditView::subject)
        .containsExactly(
            tuple(admin.key(), "user.erase", "user:" + zoe.id()),
            tuple(admin.key(), "message.delete", "message:" + yours.id()));
    assertThat(in(() -> audit.page(admin, null, 1)).hasMore()).isTrue();
    assertThat(in(() -> audit.page(admin, entries.get(0).id(), 10)).entries())
        .containsExactly(entries.get(1));
    assertThat(in(() -> audit.page(stranger, null, 10)).entries()).isEmpty();
    refused(Reason.FORBIDDEN, () -> in(() -> audit.page(zoe, null, 10)));
    refused(Reason.INVALID, () -> in(() -> audit.page(admin, null, 0)));
  }
}
