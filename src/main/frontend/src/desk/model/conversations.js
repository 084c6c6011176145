import { ACTIVITY } from '../../thread/kinds.js';

/**
 * The conversations that the page knows, and which of them the viewer wants to see. Each event
 * about one tells all of it, so that an older one is told by its time.
 */
export class Conversations {
  /** `assignee` is me, unassigned or all. */
  filter = { assignee: 'me', status: 'open' };

  /** The id of one that stays, listed or not, because it is open; null for none. */
  kept = null;

  /** How many there are of each, as the server counts them. */
  counts = { mine: 0, unassigned: 0, all: 0 };

  /** Whether the list arrived once for this filter. */
  loaded = false;

  #byId = new Map();
  #meId;
  #pages = 1;

  constructor(meId) {
    this.#meId = meId;
  }

  /** How many pages of the list are here. */
  get pages() {
    return this.#pages;
  }

  /** Whether the server has more of them than are here. */
  get hasMore() {
    return this.loaded && this.shown.length < this.#total;
  }

  get(id) {
    return this.#byId.get(id) ?? null;
  }

  /** Those that fit the filter, the liveliest first. */
  get shown() {
    return [...this.#byId.values()]
      .filter((conversation) => this.#fits(conversation))
      .sort(
        (one, other) => other.last_activity_at - one.last_activity_at || other.id - one.id,
      );
  }

  /** Wants to see others; what is known of them is shown until the server has answered. */
  choose(filter) {
    this.filter = { ...this.filter, ...filter };
    this.loaded = false;
    this.#pages = 1;
  }

  /**
   * What the server has answered: the pages from the first on, all of them at once.
   *
   * @param {readonly object[]} conversations
   * @param {object} meta the counts
   * @param {number} pages how many pages that is
   */
  replace(conversations, meta, pages) {
    const listed = new Set(conversations.map(({ id }) => id));
    for (const conversation of this.shown) {
      if (!listed.has(conversation.id) && conversation.id !== this.kept)
        this.#byId.delete(conversation.id);
    }
    for (const conversation of conversations) this.put(conversation);
    this.counts = {
      mine: meta.mine_count,
      unassigned: meta.unassigned_count,
      all: meta.all_count,
    };
    this.#pages = pages;
    this.loaded = true;
  }

  /** Takes in one that was fetched or told of, unless something newer is known. */
  put(conversation) {
    const known = this.#byId.get(conversation.id);
    if (known && known.updated_at > conversation.updated_at) return;
    const last = lastSaid(conversation) ?? known?.last ?? null;
    this.#byId.set(conversation.id, { ...known, ...conversation, last });
  }

  /** Somebody said something. Returns false for a conversation that is not known. */
  said(message) {
    const known = this.#byId.get(message.conversation_id);
    if (!known) return false;
    const { unread_count: unread, last_activity_at: at } = message.conversation ?? {};
    this.#byId.set(known.id, {
      ...known,
      unread_count: unread ?? known.unread_count,
      last_activity_at: at ?? known.last_activity_at,
      last: message.message_type === ACTIVITY ? known.last : newer(known.last, message),
    });
    return true;
  }

  get #total() {
    const { mine, unassigned, all } = this.counts;
    return { me: mine, unassigned, all }[this.filter.assignee];
  }

  #fits({ status, meta }) {
    if (this.filter.status !== 'all' && this.filter.status !== status) return false;
    const assignee = meta.assignee ?? null;
    if (this.filter.assignee === 'me') return assignee?.id === this.#meId;
    return this.filter.assignee === 'all' || assignee === null;
  }
}

/** Lists tell of the last message that is no activity; events have no other among `messages`. */
function lastSaid({ last_non_activity_message: said, messages }) {
  return said ?? messages.findLast(({ message_type: type }) => type !== ACTIVITY);
}

function newer(one, other) {
  return one && one.id > other.id ? one : other;
}
