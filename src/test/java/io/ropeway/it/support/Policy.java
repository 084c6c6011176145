package io.ropeway.it.support;

import java.util.Locale;

/** Who may call an operation: the status that each {@link Asker} is answered with, in order. */
enum Policy {
  /** For everybody, also without credentials. */
  ANYBODY(200, 200, 200, 200, 200, 200, 200, 200),
  /** For who is signed in. */
  SELF(200, 200, 200, 200, 401, 401, 200, 401),
  /** For everybody of the account. */
  ACCOUNT(200, 200, 200, 200, 401, 401, 404, 401),
  /** For administrators of the account. */
  ADMINISTRATORS(200, 403, 403, 403, 401, 401, 404, 401),
  /** For who answers in the inbox. */
  INBOX(200, 200, 404, 404, 401, 401, 404, 401),
  /** For who may open the conversation. */
  THREAD(200, 200, 200, 404, 401, 401, 404, 401),
  /** For the agent whose it is; not even administrators know of it. */
  OWNER(404, 200, 404, 404, 401, 401, 404, 401),
  /** For the agent whose it is, in words that are the same to all who have no credentials. */
  LISTENER(404, 200, 404, 404, 401, 401, 404, 404),
  /** For each contact its own. */
  SESSION(404, 404, 404, 404, 200, 200, 404, 404),
  /** For the contact whose conversation it is. */
  OWN_THREAD(404, 404, 404, 404, 200, 404, 404, 404),
  /** For contacts, who are told that it makes no sense. */
  IN_VAIN(404, 404, 404, 404, 422, 422, 404, 404),
  /** For who administers the server, which nobody of a desk does by that. */
  SERVER(403, 403, 403, 403, 401, 401, 403, 401),
  /** For who knows something else than what any of these know. */
  OTHER_SECRET(401, 401, 401, 401, 401, 401, 401, 401),
  /** Not there on a server like this one. */
  NOWHERE(404, 404, 404, 404, 404, 404, 404, 404);

  private final int[] statuses;

  Policy(int... statuses) {
    this.statuses = statuses;
  }

  /** The status for one who asks; 200 for any success. */
  int status(Asker asker) {
    return statuses[asker.ordinal()];
  }

  boolean admits(Asker asker) {
    return status(asker) == 200;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
