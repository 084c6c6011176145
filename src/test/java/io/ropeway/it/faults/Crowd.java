package io.ropeway.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Clients of all kinds, a third each, spread over the rooms of a town and over the nodes. They talk
 * and listen, and come back by themselves.
 */
final class Crowd implements AutoCloseable {

  private static final Duration ENTERING = Duration.ofSeconds(60);

  private static final int WAVE = 25;

  private final Town town;
  private final MessageTable table;
  private final List<Seat> seats = new ArrayList<>();
  private final Map<Kind, Party> parties = new EnumMap<>(Kind.class);

  /**
   * Seats them: neighbours in a room are of all kinds and at all nodes.
   *
   * @param homes the addresses at which they knock, by node
   */
  Crowd(Town town, MessageTable table, int size, List<URI> homes) {
    this.town = town;
    this.table = table;
    for (int number = 0; number < size; number++) {
      int place = number / town.rooms();
      Kind kind = Kind.values()[(place + number) % Kind.values().length];
      int home = (place / Kind.values().length + number) % homes.size();
      seats.add(
          new Seat(number, kind, homes.get(home), home, town.roomOf(number), town.token(number)));
    }
    parties.put(Kind.EXTENDED, NodeParty.of(Kind.EXTENDED));
    parties.put(Kind.BASE, NodeParty.of(Kind.BASE));
    parties.put(Kind.POSITIONS, new JavaParty());
  }

  /**
   * Has all connect and subscribe, some at a time, and waits until they have. Those that never give
   * up come first: a server that has just started may keep its first clients waiting.
   */
  Crowd enter() {
    List<Seat> order = new ArrayList<>(seats);
    order.sort(Comparator.comparing(seat -> seat.kind() != Kind.POSITIONS));
    for (int first = 0; first < order.size(); first += WAVE) {
      List<Seat> wave = order.subList(first, Math.min(first + WAVE, order.size()));
      parties.forEach(
          (kind, party) -> party.enter(wave.stream().filter(seat -> seat.kind() == kind).toList()));
      awaitReturn(ENTERING);
    }
    return this;
  }

  void speak(Duration pace) {
    parties.values().forEach(party -> party.speak(pace));
  }

  void hush() {
    parties.values().forEach(Party::hush);
  }

  void type(Duration pace) {
    parties.values().forEach(party -> party.type(pace));
  }

  /** Has them begin no more messages, and waits until each has heard all that was stored. */
  void settle(Duration patience) {
    hush();
    Awaitility.await("all is acknowledged and heard")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> assertThat(stragglers()).isEmpty());
  }

  /** Those who are not subscribed, wait for something, or have not heard the newest message. */
  List<Standing> stragglers() {
    List<Standing> now = standings();
    List<Long> newest = new ArrayList<>();
    for (int room = 0; room < town.rooms(); room++) {
      newest.add(table.newest(town.roomId(room)));
    }
    return now.stream()
        .filter(
            one ->
                !one.live()
                    || one.waiting()
                    || one.last() < newest.get(one.number() % town.rooms()))
        .toList();
  }

  /** Those who are not subscribed. */
  List<Standing> absent() {
    return standings().stream().filter(one -> !one.live()).toList();
  }

  /** All, by their numbers. */
  List<Standing> standings() {
    return parties.values().stream()
        .flatMap(party -> party.standings().stream())
        .sorted(Comparator.comparingInt(Standing::number))
        .toList();
  }

  /** All, by their numbers. */
  List<Diary> diaries() {
    return parties.values().stream()
        .flatMap(party -> party.diaries().stream())
        .sorted(Comparator.comparingInt(Diary::number))
        .toList();
  }

  /** How many messages have been acknowledged up to now. */
  int acknowledged() {
    return standings().stream().mapToInt(Standing::acknowledged).sum();
  }

  /** Waits until all are subscribed again. */
  void awaitReturn(Duration patience) {
    Awaitility.await("all are back")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> assertThat(absent()).isEmpty());
  }

  /** How many sockets there have been. */
  int sockets() {
    return standings().stream().mapToInt(Standing::sockets).sum();
  }

  /** How it fared; to be asked when it has settled. */
  Verdict verdict() {
    return new Verdict(town, table, this);
  }

  Seat seat(Diary diary) {
    return seats.get(diary.number());
  }

  @Override
  public void close() {
    parties.values().forEach(Party::close);
  }
}
