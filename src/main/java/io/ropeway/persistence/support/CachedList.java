package io.ropeway.persistence.support;

/** The lists of an account that clients keep until they are told that one has changed. */
public enum CachedList {
  LABELS,
  /** Inboxes and who belongs to them. */
  INBOXES,
  /** Teams and who belongs to them. */
  TEAMS
}
