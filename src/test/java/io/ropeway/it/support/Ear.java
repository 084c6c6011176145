package io.ropeway.it.support;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** The people who listen at a {@link DeskStage}, by what they may hear. */
enum Ear {
  ADMINISTRATOR(desk -> desk.boss),
  AGENT(desk -> desk.ann),
  /** By the same token as {@link #AGENT}, on the other node. */
  SECOND_DEVICE(desk -> desk.alsoAnn),
  COLLEAGUE(desk -> desk.ben),
  AGENT_OF_TEAM(desk -> desk.tim),
  AGENT_OF_NOTHING(desk -> desk.dot),
  CONTACT(desk -> desk.bo),
  OTHER_CONTACT(desk -> desk.eve),
  STRANGER(desk -> desk.stranger);

  /** Who answers in the inbox, or administers. */
  static final Set<Ear> STAFF = EnumSet.of(ADMINISTRATOR, AGENT, SECOND_DEVICE, COLLEAGUE);

  static final Set<Ear> STAFF_AND_TEAM = with(STAFF, AGENT_OF_TEAM);
  static final Set<Ear> BOTH_SIDES = with(STAFF_AND_TEAM, CONTACT);
  static final Set<Ear> USERS = with(STAFF_AND_TEAM, AGENT_OF_NOTHING);

  private final Function<DeskStage, Witness> witness;

  Ear(Function<DeskStage, Witness> witness) {
    this.witness = witness;
  }

  Witness of(DeskStage desk) {
    return witness.apply(desk);
  }

  static Set<Ear> with(Set<Ear> some, Ear more) {
    Set<Ear> all = EnumSet.copyOf(some);
    all.add(more);
    return all;
  }

  static Set<Ear> without(Set<Ear> some, Ear... fewer) {
    Set<Ear> left = EnumSet.copyOf(some);
    left.removeAll(Set.of(fewer));
    return left;
  }
}
