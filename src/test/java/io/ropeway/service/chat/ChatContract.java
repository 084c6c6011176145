package io.ropeway.service.chat;

import static io.ropeway.service.TestServices.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.DatabaseContract;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.service.Refusal.Reason;
import io.ropeway.service.TestServices;
import io.ropeway.session.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of chat rooms, on a database of the subclass's choice. */
abstract class ChatContract extends DatabaseContract {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestServices services;
  private ChatRooms rooms;
  private RoomMembers members;
  private ChatMessages messages;
  private MessageWrites writes;
  private Identity admin;
  private Identity ann;
  private Identity ben;
  private Identity stranger;
  private String slug;

  @BeforeAll
  void wire() {
    services = new TestServices(database);
    rooms = services.get(ChatRooms.class);
    members = services.get(RoomMembers.class);
    messages = services.get(ChatMessages.class);
    writes = services.get(MessageWrites.class);
    Account account = new Account("Account", services.clock.instant());
    Account other = new Account("Other", services.clock.instant());
    admin = services.user(account, "root", AppUser.ADMIN);
    ann = services.user(account, "ann", AppUser.USER);
    ben = services.user(account, "ben", AppUser.USER);
    stranger = services.user(other, "stranger", AppUser.ADMIN);
  }

  @BeforeEach
  void begin() {
    slug = "room-" + NUMBER.incrementAndGet();
    services.published.clear();
    services.evicted.clear();
  }

  private void inTransaction(Runnable work) {
    in(
        () -> {
          work.run();
          return true;
        });
  }

  private long room(String visibility) {
    return in(() -> rooms.create(ann, slug, "A room", visibility)).id();
  }

  private MessageView say(long room, Identity who, String text) {
    return in(() -> messages.post(room, who, text, null)).message();
  }

  private List<Long> ids(MessagePage page) {
    return page.messages().stream().map(MessageView::id).toList();
  }

  @Test
  void storesAMessageAndTellsTheRoom() {
    long room = room("public");
    services.published.clear();
    MessageView message = say(room, ann, "Hello");
    assertThat(services.published).hasSize(1);
    assertThat(services.published.get(0).stream()).isEqualTo("room:" + room);
    assertThat(services.published.get(0).payload())
        .isEqualTo(
            "{\"event\":\"message.created\",\"data\":{\"clientMessageId\":null,"
                + "\"createdAt\":\"2026-01-01T00:00:00Z\",\"deleted\":false,\"edited\":false,"
                + "\"id\":"
                + message.id()
                + ",\"room\":\""
                + slug
                + "\",\"sender\":{\"id\":"
                + ann.id()
                + ",\"name\":\"ann\"},\"text\":\"Hello\","
                + "\"updatedAt\":\"2026-01-01T00:00:00Z\"}}");
    assertThat(in(() -> messages.page(room, null, null, 10)).messages()).containsExactly(message);
  }

  @Test
  void answersARepeatWithTheFirstAndTellsNobody() {
    long room = room("public");
    PostedMessage first = in(() -> messages.post(room, ann, "one", "c1"));
    services.published.clear();
    PostedMessage repeat = in(() -> messages.post(room, ann, "two", "c1"));
    assertThat(first.duplicate()).isFalse();
    assertThat(repeat.duplicate()).isTrue();
    assertThat(repeat.message()).isEqualTo(first.message());
    assertThat(services.published).isEmpty();
  }

  @Test
  void takesTheSameClientIdOfAnotherSenderForAnotherMessage() {
    long room = room("public");
    in(() -> messages.post(room, ann, "one", "c1"));
    assertThat(in(() -> messages.post(room, ben, "two", "c1")).duplicate()).isFalse();
  }

  @Test
  void storesConcurrentRepeatsOnce() {
    long room = room("public");
    List<CompletableFuture<PostedMessage>> repeats =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> in(() -> writes.post(room, ann, "one", "c1"))))
            .toList();
    List<PostedMessage> posted = repeats.stream().map(CompletableFuture::join).toList();
    assertThat(posted.stream().filter(message -> !message.duplicate())).hasSize(1);
    assertThat(posted.stream().map(PostedMessage::message).distinct()).hasSize(1);
    assertThat(in(() -> messages.page(room, null, null, 10)).messages()).hasSize(1);
  }

  @Test
  void refusesATextThatIsEmptyOrTooLongOrBroken() {
    long room = room("public");
    String longest = "\uD83C\uDF89".repeat(10_000);
    assertThat(say(room, ann, longest).text()).isEqualTo(longest);
    refused(Reason.INVALID, () -> messages.post(room, ann, longest + "x", null));
    refused(Reason.INVALID, () -> messages.post(room, ann, " \n", null));
    refused(Reason.INVALID, () -> messages.post(room, ann, null, null));
    refused(Reason.INVALID, () -> messages.post(room, ann, "nul \0", null));
    refused(Reason.INVALID, () -> messages.post(room, ann, "half \uD83C", null));
    refused(Reason.INVALID, () -> messages.post(room, ann, "x", "c".repeat(101)));
    refused(Reason.INVALID, () -> messages.post(room, ann, "x", ""));
  }

  @Test
  void letsTheAuthorAndModeratorsChangeAMessageAndNobodyElse() {
    long room = room("public");
    MessageView message = say(room, ben, "first");
    services.clock.advance(Duration.ofSeconds(1));
    assertThat(in(() -> messages.edit(room, message.id(), ben, "second")).edited()).isTrue();
    assertThat(in(() -> messages.edit(room, message.id(), ann, "third")).text()).isEqualTo("third");
    MessageView last = in(() -> messages.edit(room, message.id(), admin, "fourth"));
    assertThat(last.updatedAt()).isAfter(message.updatedAt());
    MessageView anns = say(room, ann, "mine");
    refused(Reason.FORBIDDEN, () -> in(() -> messages.edit(room, anns.id(), ben, "no")));
    refused(Reason.FORBIDDEN, () -> in(() -> messages.delete(room, anns.id(), ben)));
    refused(Reason.NOT_FOUND, () -> in(() -> messages.edit(room, 999_999, ann, "no")));
    refused(Reason.NOT_FOUND, () -> in(() -> messages.edit(room, anns.id(), stranger, "no")));
  }

  @Test
  void erasesTheTextOfADeletedMessageForGood() {
    long room = room("public");
    MessageView message = say(room, ann, "secret");
    services.published.clear();
    MessageView deleted = in(() -> messages.delete(room, message.id(), ann));
    in(() -> messages.delete(room, message.id(), ann));
    assertThat(deleted.text()).isEmpty();
    assertThat(deleted.deleted()).isTrue();
    assertThat(services.published).hasSize(1);
    assertThat(services.published.get(0).payload()).contains("message.deleted");
    assertThat(in(() -> messages.page(room, null, null, 10)).messages()).containsExactly(deleted);
    refused(Reason.CONFLICT, () -> in(() -> messages.edit(room, message.id(), ann, "back")));
  }

  @Test
  void doesNotFindAMessageThroughAnotherRoom() {
    long first = room("public");
    MessageView message = say(first, ann, "here");
    slug = slug + "-other";
    long second = room("public");
    refused(Reason.NOT_FOUND, () -> in(() -> messages.edit(second, message.id(), ann, "no")));
  }

  @Test
  void pagesInBothDirections() {
    long room = room("public");
    List<Long> all =
        LongStream.range(0, 5).mapToObj(i -> say(room, ann, "message " + i).id()).toList();
    assertThat(all).isSorted();
    MessagePage newest = in(() -> messages.page(room, null, null, 2));
    assertThat(ids(newest)).isEqualTo(all.subList(3, 5));
    assertThat(newest.hasMore()).isTrue();
    MessagePage older = in(() -> messages.page(room, all.get(3), null, 3));
    assertThat(ids(older)).isEqualTo(all.subList(0, 3));
    assertThat(older.hasMore()).isFalse();
    MessagePage newer = in(() -> messages.page(room, null, all.get(0), 3));
    assertThat(ids(newer)).isEqualTo(all.subList(1, 4));
    assertThat(newer.hasMore()).isTrue();
    assertThat(ids(in(() -> messages.page(room, null, all.get(4), 3)))).isEmpty();
    refused(Reason.INVALID, () -> in(() -> messages.page(room, 1L, 2L, 3)));
    refused(Reason.INVALID, () -> in(() -> messages.page(room, null, null, 0)));
    refused(Reason.INVALID, () -> in(() -> messages.page(room, null, null, 101)));
  }

  @Test
  void countsWhatOthersSaidSinceTheReadMark() {
    long room = room("public");
    in(() -> rooms.open(slug, ben));
    long first = say(room, ann, "one").id();
    say(room, ann, "two");
    say(room, ben, "mine");
    long deleted = say(room, ann, "gone").id();
    in(() -> messages.delete(room, deleted, ann));
    assertThat(seenBy(ben).unread()).isEqualTo(2);
    services.published.clear();
    inTransaction(() -> messages.markRead(room, ben, first));
    inTransaction(() -> messages.markRead(room, ben, first - 1));
    assertThat(seenBy(ben).unread()).isEqualTo(1);
    assertThat(seenBy(ben).lastReadMessageId()).isEqualTo(first);
    assertThat(services.published).hasSize(1);
    assertThat(services.published.get(0).payload())
        .contains("message.read", "\"messageId\":" + first);
    refused(
        Reason.INVALID, () -> inTransaction(() -> messages.markRead(room, ben, deleted + 1_000)));
    refused(Reason.NOT_FOUND, () -> inTransaction(() -> messages.markRead(room, stranger, first)));
  }

  private RoomView seenBy(Identity who) {
    List<RoomView> list = in(() -> rooms.list(who));
    RoomView listed =
        list.stream().filter(room -> room.slug().equals(slug)).findFirst().orElseThrow();
    assertThat(in(() -> rooms.find(slug, who))).contains(listed);
    return listed;
  }

  @Test
  void makesAMemberOfWhoComesIntoAPublicRoomButNotOfWhoOnlyLooks() {
    long room = room("public");
    services.published.clear();
    assertThat(in(() -> rooms.find(slug, ben)).orElseThrow().member()).isFalse();
    assertThat(services.published).isEmpty();
    assertThat(in(() -> rooms.open(slug, ben)).orElseThrow().member()).isTrue();
    in(() -> rooms.open(slug, ben));
    assertThat(services.published).hasSize(1);
    assertThat(services.published.get(0).payload()).contains("member.joined", "\"name\":\"ben\"");
    assertThat(in(() -> members.list(room)).stream().map(MemberView::name))
        .containsExactly("ann", "ben");
  }

  @Test
  void hidesAMembersOnlyRoomFromEverybodyButMembersAndAdministrators() {
    long room = room("members");
    assertThat(in(() -> rooms.open(slug, ann))).isPresent();
    assertThat(in(() -> rooms.open(slug, admin))).isPresent();
    assertThat(in(() -> rooms.open(slug, ben))).isEmpty();
    assertThat(in(() -> rooms.open(slug, stranger))).isEmpty();
    assertThat(in(() -> rooms.open(slug, Identity.anonymous()))).isEmpty();
    assertThat(in(() -> rooms.open("no-such-room", ann))).isEmpty();
    assertThat(in(() -> rooms.list(ben)).stream().map(RoomView::slug)).doesNotContain(slug);
    refused(Reason.NOT_FOUND, () -> say(room, ben, "let me in"));
    refused(Reason.NOT_FOUND, () -> say(room, Identity.anonymous(), "let me in"));
  }

  @Test
  void hidesEveryRoomFromOtherAccounts() {
    long room = room("public");
    assertThat(in(() -> rooms.open(slug, stranger))).isEmpty();
    assertThat(in(() -> rooms.list(stranger)).stream().map(RoomView::slug)).doesNotContain(slug);
    refused(Reason.NOT_FOUND, () -> say(room, stranger, "hello"));
    refused(
        Reason.NOT_FOUND,
        () -> in(() -> members.put(slug, ann, Long.parseLong(stranger.id()), null)));
  }

  @Test
  void letsModeratorsMakeAndEndMemberships() {
    long room = room("members");
    long bens = Long.parseLong(ben.id());
    refused(Reason.NOT_FOUND, () -> in(() -> members.put(slug, ben, bens, null)));
    assertThat(in(() -> members.put(slug, ann, bens, null)).role()).isEqualTo("member");
    refused(Reason.FORBIDDEN, () -> in(() -> members.put(slug, ben, bens, "moderator")));
    assertThat(in(() -> members.put(slug, admin, bens, "moderator")).role()).isEqualTo("moderator");
    refused(Reason.INVALID, () -> in(() -> members.put(slug, ann, bens, "king")));
    refused(Reason.NOT_FOUND, () -> in(() -> members.put(slug, ann, 999_999, null)));
    inTransaction(() -> members.remove(slug, ann, bens));
    assertThat(in(() -> rooms.open(slug, ben))).isEmpty();
    assertThat(services.evicted).containsExactly(Map.entry("room:" + room, ben.key()));
    refused(Reason.NOT_FOUND, () -> inTransaction(() -> members.remove(slug, ann, bens)));
  }

  @Test
  void letsEverybodyJoinAndLeaveAPublicRoomAndKeepListening() {
    room("public");
    long bens = Long.parseLong(ben.id());
    assertThat(in(() -> members.put(slug, ben, bens, "member")).role()).isEqualTo("member");
    refused(
        Reason.FORBIDDEN,
        () -> inTransaction(() -> members.remove(slug, ben, Long.parseLong(ann.id()))));
    inTransaction(() -> members.remove(slug, ben, bens));
    assertThat(services.evicted).isEmpty();
    assertThat(in(() -> rooms.find(slug, ben)).orElseThrow().member()).isFalse();
  }

  @Test
  void refusesRoomsThatCannotBe() {
    room("public");
    refused(Reason.CONFLICT, () -> in(() -> rooms.create(ben, slug, "Again", "public")));
    for (String wrong : List.of("", "-a", "a-", "A", "a b", "a/b", "ä", "a".repeat(65))) {
      refused(Reason.INVALID, () -> in(() -> rooms.create(ann, wrong, "x", "public")));
    }
    refused(Reason.INVALID, () -> in(() -> rooms.create(ann, "fine", " ", "public")));
    refused(Reason.INVALID, () -> in(() -> rooms.create(ann, "fine", "x", "secret")));
    refused(Reason.INVALID, () -> in(() -> rooms.create(ann, "fine", "x", null)));
    refused(
        Reason.UNAUTHENTICATED,
        () -> in(() -> rooms.create(Identity.anonymous(), "fine", "x", "public")));
  }
}
