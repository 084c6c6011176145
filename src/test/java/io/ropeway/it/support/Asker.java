package io.ropeway.it.support;

import io.ropeway.it.rest.Api;
import io.ropeway.it.support.DeskWorld.User;
import io.ropeway.it.support.DeskWorld.Visitor;

/** Those who ask the API for something, by what they may. */
enum Asker {
  ADMINISTRATOR,
  AGENT,
  AGENT_OF_TEAM,
  AGENT_OF_NOTHING,
  CONTACT,
  OTHER_CONTACT,
  STRANGER,
  NOBODY;

  /** The program of this one, with whatever credentials it has. */
  Api of(DeskWorld world, Api anybody) {
    return switch (this) {
      case ADMINISTRATOR -> as(world.boss, anybody);
      case AGENT -> as(world.ann, anybody);
      case AGENT_OF_TEAM -> as(world.tim, anybody);
      case AGENT_OF_NOTHING -> as(world.dot, anybody);
      case CONTACT -> as(world.visitor, anybody);
      case OTHER_CONTACT -> as(world.neighbour, anybody);
      case STRANGER -> as(world.stranger, anybody);
      case NOBODY -> anybody;
    };
  }

  private static Api as(User user, Api anybody) {
    return anybody.with("api_access_token", user.access());
  }

  /** A contact has no other token than that of the cable. */
  private static Api as(Visitor visitor, Api anybody) {
    return anybody.with("api_access_token", visitor.token());
  }

  /** The name of the session by which this one speaks as a contact; nobody's for users. */
  String session(DeskWorld world) {
    return switch (this) {
      case CONTACT -> world.visitor.sourceId();
      case OTHER_CONTACT -> world.neighbour.sourceId();
      default -> "nobody";
    };
  }

  /** Whether this one may read what the contact and the account say to each other. */
  boolean mayReadThread() {
    return this == ADMINISTRATOR || this == AGENT || this == AGENT_OF_TEAM || this == CONTACT;
  }

  /** Whether this one may read the account's notes. */
  boolean mayReadNotes() {
    return mayReadThread() && this != CONTACT;
  }
}
