/** The server ends typing after 30 s; a little later nobody is waited for any more. */
const FORGET_AFTER = 32_000;

/** Who is typing in a room. Moments are milliseconds. */
export class Typists {
  #byId = new Map();

  replace(users, now) {
    this.#byId.clear();
    for (const user of users) this.started(user, now);
  }

  started(user, now) {
    this.#byId.set(String(user.id), { name: user.name, since: now });
  }

  ended(userId) {
    this.#byId.delete(String(userId));
  }

  clear() {
    this.#byId.clear();
  }

  /** The names of those who type, without one's own; drops those whose end got lost. */
  names(meId, now) {
    for (const [id, { since }] of this.#byId) {
      if (now - since > FORGET_AFTER) this.#byId.delete(id);
    }
    return [...this.#byId].filter(([id]) => id !== String(meId)).map(([, { name }]) => name);
  }
}
