/**
 * Messages the viewer wrote that the server has not confirmed yet, in the order they were
 * written. Each has a `clientMessageId`, so that sending it again never makes it appear twice.
 *
 * An entry is `waiting` (no connection), `sending` (handed to the socket) or `failed` (refused, or
 * unanswered for too long).
 */
export class Outbox {
  #entries = [];
  #save;

  /**
   * @param {readonly object[]} [kept] entries of an earlier visit
   * @param {(entries: readonly object[]) => void} [save] called with the entries on each change
   */
  constructor(kept = [], save = () => {}) {
    this.#entries = kept.map((entry) =>
      entry.state === 'failed' ? entry : { ...entry, state: 'waiting' },
    );
    this.#save = save;
  }

  get entries() {
    return this.#entries;
  }

  /** Those to hand to the socket as soon as the room is live. */
  get unsent() {
    return this.#entries.filter((entry) => entry.state === 'waiting');
  }

  add({ clientMessageId, text, writtenAt }) {
    this.#set([...this.#entries, { clientMessageId, text, writtenAt, state: 'waiting' }]);
  }

  sent(clientMessageId, at) {
    this.#change(clientMessageId, { state: 'sending', sentAt: at, reason: undefined });
  }

  fail(clientMessageId, reason) {
    this.#change(clientMessageId, { state: 'failed', reason });
  }

  retry(clientMessageId) {
    this.#change(clientMessageId, { state: 'waiting', reason: undefined });
  }

  /** The server has the message, or the viewer gave it up. */
  remove(clientMessageId) {
    const rest = this.#entries.filter((entry) => entry.clientMessageId !== clientMessageId);
    if (rest.length < this.#entries.length) this.#set(rest);
  }

  /** The connection ended: what was on its way may be lost, so it goes out again. */
  connectionLost() {
    this.#set(
      this.#entries.map((entry) =>
        entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry,
      ),
    );
  }

  /** Those the server left unanswered since before a moment. */
  unansweredSince(moment) {
    return this.#entries.filter((entry) => entry.state === 'sending' && entry.sentAt <= moment);
  }

  #change(clientMessageId, changes) {
    this.#set(
      this.#entries.map((entry) =>
        entry.clientMessageId === clientMessageId ? { ...entry, ...changes } : entry,
      ),
    );
  }

  #set(entries) {
    this.#entries = entries;
    this.#save(entries);
  }
}
