package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.faults.Diary.Acknowledged;
import io.ropeway.it.faults.Diary.Break;
import io.ropeway.it.faults.Diary.Heard;
import io.ropeway.it.faults.MessageTable.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;

/**
 * Whether a settled crowd got what was promised: compares the raw sequence of each socket with the
 * table.
 */
final class Verdict {

  private final Town town;
  private final MessageTable table;
  private final Crowd crowd;
  private final List<Diary> diaries;
  private final List<List<Stored>> stored = new ArrayList<>();

  Verdict(Town town, MessageTable table, Crowd crowd) {
    this.town = town;
    this.table = table;
    this.crowd = crowd;
    diaries = crowd.diaries();
    for (int room = 0; room < town.rooms(); room++) {
      stored.add(table.of(town.roomId(room)));
    }
  }

  List<Diary> diaries() {
    return diaries;
  }

  /** The database is one that keeps what it has confirmed. */
  Verdict databaseWasDurable() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertThat(table.show(setting)).as(setting).isEqualTo("on");
    }
    return this;
  }

  /** Every acknowledged message is in the table once, and nobody sent what nobody acknowledged. */
  Verdict acknowledgedIsStoredOnce() {
    for (int room = 0; room < town.rooms(); room++) {
      List<String> names = new ArrayList<>();
      for (Diary diary : inRoom(room)) {
        diary.acknowledged().stream().map(Acknowledged::what).forEach(names::add);
      }
      assertThat(stored.get(room))
          .as("stored in room %d", room)
          .extracting(Stored::clientMessageId)
          .containsExactlyInAnyOrderElementsOf(names);
    }
    return this;
  }

  /**
   * Each client of the extended protocol has heard each message exactly once and in the order of
   * the table; each base client has missed none, and heard in order on each of its sockets, and
   * again only what arrived shortly before the break.
   *
   * @param unproved how long before a break what arrived may come again for base clients
   */
  Verdict followersAgreeWithTheTable(Duration unproved) {
    SoftAssertions all = new SoftAssertions();
    for (int room = 0; room < town.rooms(); room++) {
      List<Long> ids = stored.get(room).stream().map(Stored::id).toList();
      for (Diary diary : inRoom(room)) {
        Seat seat = crowd.seat(diary);
        List<Long> heard = diary.fromTheStream().stream().map(Heard::id).toList();
        String who = seat.toString();
        if (seat.kind() == Kind.BASE) {
          all.assertThat(new HashSet<>(heard)).as(who).containsAll(ids);
          all.assertThat(outOfPlace(diary, unproved.toMillis())).as(who).isEmpty();
        } else {
          all.assertThat(difference(heard, ids)).as(who).isEmpty();
        }
      }
    }
    all.assertAll();
    return this;
  }

  /** Each client of this node has seen a break in that time, and no other client has. */
  Verdict clientsOfNodeAloneSawABreak(int home, Span span) {
    SoftAssertions all = new SoftAssertions();
    for (Diary diary : diaries) {
      int breaks = diary.breaksIn(span).size();
      if (crowd.seat(diary).home() == home) {
        all.assertThat(breaks).as("breaks of " + crowd.seat(diary)).isPositive();
      } else {
        all.assertThat(breaks).as("breaks of " + crowd.seat(diary)).isZero();
      }
    }
    all.assertAll();
    return this;
  }

  /** No client's socket ended. */
  Verdict nobodySawABreak() {
    assertThat(diaries).flatExtracting(Diary::breaks).isEmpty();
    return this;
  }

  /** Each client was refused something in that time, and told when to come again. */
  Verdict everybodyWasRefusedWithAHint(Span span) {
    assertThat(diaries)
        .allSatisfy(
            diary ->
                assertThat(diary.refusedIn(span))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.what()).contains("\"retryAfter\":")));
    return this;
  }

  /** At least that many messages were acknowledged in that time. */
  Verdict accepted(int atLeast, Span span) {
    assertThat(acknowledged(span)).as("accepted in the outage").hasSizeGreaterThan(atLeast - 1);
    return this;
  }

  /** What was acknowledged in that time. */
  List<Acknowledged> acknowledged(Span span) {
    return diaries.stream().flatMap(diary -> diary.acknowledgedIn(span).stream()).toList();
  }

  /** The breaks that clients of a node saw in that time. */
  List<Break> breaksAtNode(int home, Span span) {
    return diaries.stream()
        .filter(diary -> crowd.seat(diary).home() == home)
        .flatMap(diary -> diary.breaksIn(span).stream())
        .toList();
  }

  private List<Diary> inRoom(int room) {
    return diaries.stream().filter(diary -> diary.number() % town.rooms() == room).toList();
  }

  /** A short word on the first difference, since whole lists would be unreadable. */
  private static List<String> difference(List<Long> heard, List<Long> stored) {
    List<String> words = new ArrayList<>();
    Set<Long> once = new HashSet<>();
    List<Long> repeated = heard.stream().filter(id -> !once.add(id)).toList();
    List<Long> missed = stored.stream().filter(id -> !once.contains(id)).toList();
    if (!repeated.isEmpty()) {
      words.add("heard again: " + repeated);
    }
    if (!missed.isEmpty()) {
      words.add("missed: " + missed);
    }
    if (words.isEmpty() && !heard.equals(stored)) {
      words.add("another order: " + heard + " instead of " + stored);
    }
    return words;
  }

  /** What a base client heard in a wrong order on one socket, or again though it was proved. */
  private static List<String> outOfPlace(Diary diary, long unproved) {
    List<String> words = new ArrayList<>();
    Heard before = null;
    List<Heard> past = new ArrayList<>();
    for (Heard one : diary.fromTheStream()) {
      if (before != null && before.connection() == one.connection() && before.id() >= one.id()) {
        words.add(one.id() + " after " + before.id() + " on one socket");
      }
      for (Heard earlier : past) {
        if (earlier.id() == one.id() && endOf(diary, earlier) - earlier.at() > unproved) {
          words.add(one.id() + " again, long after it had arrived");
        }
      }
      past.add(one);
      before = one;
    }
    return words;
  }

  private static long endOf(Diary diary, Heard message) {
    return diary.breaks().stream()
        .filter(one -> one.connection() == message.connection())
        .mapToLong(Break::at)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
