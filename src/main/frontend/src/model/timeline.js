/**
 * The loaded messages of a room: each once, ascending by id, without holes between the first and
 * the last one.
 */
export class Timeline {
  #messages = [];
  #byId = new Map();

  /** Whether the server has messages before the first one here. */
  hasMore = false;

  /** Grows whenever the loaded range was replaced: an answer asked for earlier no longer fits. */
  generation = 0;

  get messages() {
    return this.#messages;
  }

  get firstId() {
    return this.#messages.length > 0 ? this.#messages[0].id : null;
  }

  get lastId() {
    return this.#messages.length > 0 ? this.#messages[this.#messages.length - 1].id : null;
  }

  find(id) {
    return this.#byId.get(id);
  }

  /** Starts anew with a page of messages, keeping those that came later than the id `keepAfter`. */
  restart(messages, hasMore, keepAfter = Infinity) {
    const newer = this.#messages.filter((message) => message.id > keepAfter);
    this.#messages = [];
    this.#byId = new Map();
    this.hasMore = hasMore;
    this.generation += 1;
    this.putAll(messages);
    this.putAll(newer);
  }

  putAll(messages) {
    for (const message of messages) this.put(message);
  }

  /**
   * Adds a message or renews a known one. An older state of a message never replaces a newer one,
   * because a page that was asked for before an edit may arrive after it.
   *
   * @returns {'added'|'changed'|'known'}
   */
  put(message) {
    const known = this.#byId.get(message.id);
    if (!known) {
      this.#byId.set(message.id, message);
      this.#messages.splice(this.#placeOf(message.id), 0, message);
      return 'added';
    }
    if (isOlder(message, known)) return 'known';
    this.#byId.set(message.id, message);
    this.#messages[this.#placeOf(message.id)] = message;
    return 'changed';
  }

  /** Where an id is, or would be inserted. */
  #placeOf(id) {
    let low = 0;
    let high = this.#messages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#messages[middle].id < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isOlder(message, known) {
  if (known.deleted && !message.deleted) return true;
  return changedAt(message) < changedAt(known);
}

function changedAt(message) {
  return Date.parse(message.updatedAt ?? message.createdAt);
}
