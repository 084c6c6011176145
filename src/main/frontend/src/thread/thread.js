import { ACTIVITY } from './kinds.js';

/**
 * The messages of one conversation, with those that are still on their way. A message of one's own
 * comes by the answer of its request and by the cable, in either order: its echo id says that both
 * are the one that waits here.
 */
export class Thread {
  #messages = new Map();
  #waiting = new Map();

  /** Whether there are older messages than the ones here. */
  hasMore = false;

  /** Whether messages arrived once. */
  loaded = false;

  /** Ascending by id. */
  get messages() {
    return [...this.#messages.values()].sort((one, other) => one.id - other.id);
  }

  /** What the server has not confirmed, in the order in which it was written. */
  get waiting() {
    return [...this.#waiting.values()];
  }

  get firstId() {
    return this.messages[0]?.id;
  }

  get lastId() {
    return this.messages.at(-1)?.id;
  }

  /** The last message that somebody has written, or undefined. */
  get lastSaid() {
    return this.messages.findLast(({ message_type: type }) => type !== ACTIVITY);
  }

  /** What a request for messages has brought; it may be older than what an event told. */
  add(messages) {
    for (const message of messages) {
      const known = this.#messages.get(message.id);
      this.#messages.set(message.id, known ? { ...known, ...message } : message);
      this.#confirm(message);
    }
  }

  /** The answer to a message that was sent: what an event told of it since then stays. */
  answered(message) {
    if (!this.#messages.has(message.id)) this.#messages.set(message.id, message);
    this.#confirm(message);
  }

  /**
   * A message as an event tells it.
   *
   * @returns whether it is new here
   */
  told(message) {
    const known = this.#messages.get(message.id);
    // Files go with the text when a message is erased; an event then has none.
    this.#messages.set(message.id, message);
    this.#confirm(message);
    return known === undefined;
  }

  wait(entry) {
    this.#waiting.set(entry.echoId, { ...entry, state: 'sending', reason: null });
  }

  waits(echoId) {
    return this.#waiting.get(echoId) ?? null;
  }

  failed(echoId, reason) {
    const entry = this.#waiting.get(echoId);
    if (entry) this.#waiting.set(echoId, { ...entry, state: 'failed', reason });
  }

  discard(echoId) {
    this.#waiting.delete(echoId);
  }

  #confirm({ echo_id: echoId }) {
    if (echoId) this.#waiting.delete(echoId);
  }
}
