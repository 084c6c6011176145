import { Emitter } from '../model/emitter.js';
import { nextToJoin, oneToLeave } from '../model/following.js';
import { Room } from '../model/room.js';
import { keptOutbox } from './kept-outbox.js';
import { RoomSession } from './room-session.js';

/**
 * Everything of a signed-in viewer: the rooms, joined so that their unread marks are live, and the
 * one that is open.
 *
 * Emits `rooms` when the list or an unread mark changed, `room` when the open one changed, `open`
 * when another one was opened, `arrived` with {session, message}, `refused` with a sentence, and
 * `connection` with the cable's state.
 */
export class Chat extends Emitter {
  #sessions = new Map();
  #api;
  #openSlug = null;
  #wasConnected = false;

  constructor({ me, api, cable }) {
    super();
    this.me = me;
    this.cable = cable;
    this.#api = api;
    cable.on('lost', () => this.#eachSession((session) => session.lost()));
    cable.on('state', (state) => {
      this.emit('connection', state);
      if (state === 'live') this.#connected();
    });
  }

  /** Whether the list of rooms arrived once. */
  loaded = false;

  get api() {
    return this.#api;
  }

  /** The rooms by name. */
  get rooms() {
    return [...this.#sessions.values()]
      .map((session) => session.room)
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  get unread() {
    return this.rooms.reduce((sum, room) => sum + room.unread, 0);
  }

  /** The session of the open room, or null. */
  get open() {
    return this.#sessions.get(this.#openSlug) ?? null;
  }

  get openSlug() {
    return this.#openSlug;
  }

  /** Fetches the rooms, joins new ones and leaves those that are gone. */
  async refresh() {
    const summaries = await this.#api.rooms();
    const listed = new Set(summaries.map(({ slug }) => slug));
    for (const [slug, session] of this.#sessions) {
      if (!listed.has(slug)) this.#drop(slug, session);
    }
    for (const summary of summaries) this.#add(summary);
    this.#follow();
    this.loaded = true;
    this.emit('rooms');
  }

  /** Shows another room. A slug nobody knows shows none. */
  show(slug) {
    if (this.open) this.open.watched = false;
    this.#openSlug = slug;
    if (this.open) this.open.watched = true;
    this.#follow();
    this.emit('open');
  }

  async createRoom({ slug, name, visibility }) {
    await this.#api.createRoom({ slug, name, visibility });
    await this.refresh();
  }

  /** Forgets the texts that were not sent, for a viewer who signs out. */
  forgetUnsent() {
    this.#eachSession(({ room }) => {
      for (const { clientMessageId } of room.outbox.entries) room.outbox.remove(clientMessageId);
    });
  }

  close() {
    this.cable.close();
  }

  #add(summary) {
    const known = this.#sessions.get(summary.slug);
    if (known) {
      known.room.update(summary);
      if (known.room.status === 'refused') known.room.status = 'idle';
      return;
    }
    const room = new Room(summary, this.me, keptOutbox(this.me.id, summary.slug));
    const session = new RoomSession({ room, cable: this.cable, api: this.#api });
    session.on('changed', () => {
      this.#follow();
      this.emit('rooms');
      if (session === this.open) this.emit('room');
    });
    session.on('arrived', (message) => this.emit('arrived', { session, message }));
    session.on('refused', (sentence) => this.emit('refused', sentence));
    this.#sessions.set(summary.slug, session);
    session.watched = summary.slug === this.#openSlug;
    if (session.watched) this.emit('open');
  }

  #connected() {
    // The client library first subscribes again to what it knows of.
    setTimeout(() => this.#follow());
    if (this.#wasConnected) this.refresh().catch(() => {});
    this.#wasConnected = true;
  }

  /** Joins rooms that should be followed, as many as may be at this moment. */
  #follow() {
    if (this.cable.state !== 'live') return;
    const rooms = [...this.#sessions.values()].map((session) => session.room);
    for (const slug of nextToJoin(rooms, this.#openSlug)) this.#sessions.get(slug).join();
    const quietest = oneToLeave(rooms, this.#openSlug);
    if (quietest) this.#sessions.get(quietest).leave();
  }

  #drop(slug, session) {
    session.leave();
    this.#sessions.delete(slug);
    if (slug === this.#openSlug) this.emit('open');
  }

  #eachSession(action) {
    for (const session of this.#sessions.values()) action(session);
  }
}
