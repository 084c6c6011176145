/** Who is there, as the last `presence.update` told it. */
export class Presence {
  #users = {};
  #contacts = {};

  told({ users = {}, contacts = {} }) {
    this.#users = users;
    this.#contacts = contacts;
  }

  /** online, busy or offline. */
  user(id) {
    return this.#users[id] ?? 'offline';
  }

  /** online or offline. */
  contact(id) {
    return this.#contacts[id] ?? 'offline';
  }
}
