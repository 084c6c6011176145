import { fetchBetween, planCatchUp } from '../model/catch-up.js';
import { Emitter } from '../model/emitter.js';
import { freshId } from '../model/ids.js';
import { applyEvent } from '../model/room-events.js';
import { TypingSignal } from '../model/typing-signal.js';

/** A message the server has not answered for this long is shown as failed. */
const ANSWER_WITHIN = 15_000;
/** Reading along in a lively room tells the server once a second, not once a message. */
const READ_EVERY = 1_000;
const PAGE = 50;
const CATCH_UP_PAGE = 100;

/**
 * A room's subscription: brings what the server says into the room, and what the viewer does to
 * the server. Emits `changed` after anything changed, `arrived` with a message that is new, and
 * `refused` with a sentence of the server.
 */
export class RoomSession extends Emitter {
  #cable;
  #api;
  #subscription;
  #typing = new TypingSignal();
  #readTimer = null;
  #readToldAt = 0;
  #answerTimer = null;
  #loading = null;
  /** The newest message when the connection was lost: what is newer came with the new one. */
  #knownAtLoss = 0;

  /** Set by whoever shows the room: older messages are worth keeping then. */
  watched = false;

  constructor({ room, cable, api }) {
    super();
    this.room = room;
    this.#cable = cable;
    this.#api = api;
  }

  join() {
    this.room.status = 'joining';
    this.#subscription = this.#cable.join(this.room.slug, {
      connected: () => this.#connected(),
      rejected: () => this.#rejected(),
      received: (event) => this.#received(event),
    });
  }

  leave() {
    this.#tellRead();
    clearTimeout(this.#answerTimer);
    this.#subscription?.unsubscribe();
    this.room.status = 'idle';
  }

  /** The cable lost its connection. */
  lost() {
    this.#knownAtLoss = this.room.timeline.lastId ?? 0;
    this.room.lost();
    this.#typing.forget();
    this.emit('changed');
  }

  /** Shows a message at once and sends it as soon as the room is live. */
  speak(text) {
    const entry = { clientMessageId: freshId(), text, writtenAt: Date.now() };
    this.room.outbox.add(entry);
    this.#typing.forget();
    this.#sendUnsent();
    this.emit('changed');
  }

  /** Sends a failed message again, under its old id: if it did arrive, it is not doubled. */
  retry(clientMessageId) {
    this.room.outbox.retry(clientMessageId);
    this.#sendUnsent();
    this.emit('changed');
  }

  discard(clientMessageId) {
    this.room.outbox.remove(clientMessageId);
    this.emit('changed');
  }

  /** The text in the composer changed. */
  typed(text) {
    this.#tellTyping(this.#typing.changed(text, Date.now()));
  }

  /** The viewer left the composer or paused. */
  stoppedTyping() {
    this.#tellTyping(this.#typing.ended());
  }

  /** The viewer saw everything up to a message. */
  sawUpTo(messageId) {
    const { room } = this;
    const before = room.lastReadId;
    room.readUpTo(messageId);
    if (room.lastReadId === before) return;
    const delay = Math.max(0, this.#readToldAt + READ_EVERY - Date.now());
    this.#readTimer ??= setTimeout(() => this.#tellRead(), delay);
    this.emit('changed');
  }

  /**
   * Loads a page of messages before the first one. Calls during a load share it.
   *
   * @returns {Promise<void>} fails with an ApiError
   */
  loadOlder() {
    this.#loading ??= this.#loadOlder().finally(() => (this.#loading = null));
    return this.#loading;
  }

  async edit(messageId, text) {
    this.room.take(await this.#api.editMessage(this.room.slug, messageId, text));
    this.emit('changed');
  }

  async delete(messageId) {
    await this.#api.deleteMessage(this.room.slug, messageId);
    const message = this.room.timeline.find(messageId);
    if (message) this.room.take({ ...message, text: '', deleted: true });
    this.emit('changed');
  }

  async #loadOlder() {
    const { slug, timeline } = this.room;
    const { firstId, generation } = timeline;
    if (firstId === null || !timeline.hasMore) return;
    const page = await this.#api.messages(slug, { before: firstId, limit: PAGE });
    if (generation !== timeline.generation) return;
    timeline.putAll(page.messages);
    timeline.hasMore = page.hasMore;
    this.emit('changed');
  }

  #connected() {
    this.room.status = 'live';
    this.#sendUnsent();
    if (this.room.lastReadId !== this.room.confirmedReadId) this.#tellRead();
    this.emit('changed');
  }

  #rejected() {
    this.room.status = 'refused';
    this.emit('changed');
  }

  #received({ event, data }) {
    if (event === 'room.state') {
      this.#welcome(data);
      return;
    }
    const { arrived, error } = applyEvent(this.room, { event, data }, Date.now());
    this.emit('changed');
    if (arrived) this.emit('arrived', arrived);
    if (error) this.emit('refused', error);
  }

  #welcome(state) {
    const { room } = this;
    room.welcome(state, Date.now());
    const plan = planCatchUp(room.timeline, state, this.watched);
    if (plan.kind === 'fetch') this.#fetchBefore(state, plan);
    else room.timeline.restart(state.messages, state.hasMore, this.#knownAtLoss);
    for (const message of state.messages) room.take(message);
    this.emit('changed');
  }

  /** Closes the gap between what is loaded and a `room.state`, also renewing what is loaded. */
  async #fetchBefore(state, { after, until }) {
    const { room } = this;
    const { generation, hasMore } = room.timeline;
    const page = (position) =>
      this.#api.messages(room.slug, { after: position, limit: CATCH_UP_PAGE });
    const between = await fetchBetween(page, after, until).catch(() => null);
    if (generation !== room.timeline.generation) return;
    if (between === null) {
      room.timeline.restart(state.messages, state.hasMore, this.#knownAtLoss);
    } else {
      for (const message of between) room.take(message);
      room.timeline.hasMore = hasMore;
    }
    this.emit('changed');
  }

  #sendUnsent() {
    const { outbox, status } = this.room;
    if (status !== 'live') return;
    for (const { clientMessageId, text } of outbox.unsent) {
      if (!this.#perform('speak', { text, clientMessageId })) return;
      outbox.sent(clientMessageId, Date.now());
    }
    this.#watchAnswers();
  }

  /** The cable has no answer to a dropped command, so a missing one counts as failed. */
  #watchAnswers() {
    clearTimeout(this.#answerTimer);
    this.#answerTimer = setTimeout(() => {
      const late = this.room.outbox.unansweredSince(Date.now() - ANSWER_WITHIN);
      for (const { clientMessageId } of late) this.room.outbox.fail(clientMessageId, null);
      if (late.length > 0) this.emit('changed');
    }, ANSWER_WITHIN + 50);
  }

  #tellTyping(typing) {
    if (typing !== null && this.room.status === 'live') this.#perform('typing', { typing });
  }

  #tellRead() {
    clearTimeout(this.#readTimer);
    this.#readTimer = null;
    const { lastReadId, status } = this.room;
    if (lastReadId === null || status !== 'live') return;
    if (!this.#perform('read', { messageId: lastReadId })) return;
    this.room.confirmedReadId = lastReadId;
    this.#readToldAt = Date.now();
  }

  #perform(action, data) {
    return this.#subscription.perform(action, data) === true;
  }
}
