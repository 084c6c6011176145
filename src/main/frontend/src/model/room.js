import { sameId } from './ids.js';
import { Outbox } from './outbox.js';
import { People } from './people.js';
import { ReadMarks } from './read-marks.js';
import { Timeline } from './timeline.js';
import { Typists } from './typists.js';
import { countUnread } from './unread.js';

/** What the page knows of one room. It changes by what the server says; it sends nothing. */
export class Room {
  timeline = new Timeline();
  people = new People();
  typists = new Typists();
  marks = new ReadMarks();

  /**
   * `idle` while it is not followed, `joining` until the subscription is confirmed, then `live`;
   * `refused` when it may not be.
   */
  status = 'idle';

  /** Text in the composer, kept while the viewer is in another room. */
  draft = '';

  /** The last message the server knows as read by the viewer; the page may be ahead of it. */
  confirmedReadId = null;
  lastReadId = null;

  #reportedUnread = 0;
  #reportedLastId = null;

  constructor(summary, me, outbox = new Outbox()) {
    this.me = me;
    this.outbox = outbox;
    this.update(summary);
  }

  /** Takes over a line of the rooms list. */
  update({ id, slug, name, visibility, member, unread, lastMessageId, lastReadMessageId }) {
    Object.assign(this, { id, slug, name, visibility, member });
    this.#reportedUnread = unread ?? 0;
    this.#reportedLastId = lastMessageId ?? null;
    this.readUpTo(lastReadMessageId ?? null);
  }

  get unread() {
    return countUnread({
      messages: this.timeline.messages,
      hasMore: this.timeline.hasMore,
      lastReadId: this.lastReadId,
      meId: this.me.id,
      reported: this.#reportedUnread,
    });
  }

  /** The newest message, as far as the page knows; null when nothing was said. */
  get lastMessageId() {
    return this.timeline.lastId ?? this.#reportedLastId;
  }

  get loaded() {
    return this.timeline.generation > 0;
  }

  isMine(message) {
    return sameId(message.sender.id, this.me.id);
  }

  /** Whether the viewer may delete messages of others here. */
  get moderates() {
    return this.me.role === 'admin' || this.people.find(this.me.id)?.role === 'moderator';
  }

  /** Takes over everything but the messages of a `room.state`. */
  welcome(state, now) {
    Object.assign(this, pick(state.room, ['id', 'slug', 'name', 'visibility']));
    this.people.replace(state.members);
    this.typists.replace(state.typing ?? [], now);
    this.readUpTo(state.lastReadMessageId ?? null);
    this.confirmedReadId = state.lastReadMessageId ?? null;
    for (const member of state.members) {
      if (member.lastReadMessageId) this.marks.read(member, member.lastReadMessageId);
    }
  }

  /**
   * Takes over a message, new or changed. One from before the loaded range stays out of it, or
   * the messages between would be missing.
   *
   * @returns {'added'|'changed'|'known'}
   */
  take(message) {
    if (message.clientMessageId && this.isMine(message)) {
      this.outbox.remove(message.clientMessageId);
    }
    const { firstId, hasMore } = this.timeline;
    if (hasMore && message.id < firstId) return 'known';
    return this.timeline.put(message);
  }

  /** The connection ended: what only a live room knows is no longer true. */
  lost() {
    if (this.status === 'live') this.status = 'joining';
    this.typists.clear();
    this.outbox.connectionLost();
  }

  /** The viewer has read up to a message, here or in another window. */
  readUpTo(messageId) {
    if (messageId !== null && (this.lastReadId === null || messageId > this.lastReadId)) {
      this.lastReadId = messageId;
    }
  }
}

function pick(source, names) {
  return Object.fromEntries(
    names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]),
  );
}
