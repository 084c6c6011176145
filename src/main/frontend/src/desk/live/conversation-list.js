import { Emitter } from '../../model/emitter.js';

/** Events come in bunches: this long the first of them waits for the others. */
const SOON = 400;

/**
 * Fetches the list of conversations with its counts, one request after the other. Emits `changed`
 * with each answer, `failed` with an error.
 */
export class ConversationList extends Emitter {
  #api;
  #conversations;
  #timer = null;
  #running = null;
  #again = false;

  constructor(api, conversations) {
    super();
    this.#api = api;
    this.#conversations = conversations;
  }

  /** Fetches what is shown once more; while that is done, asking again has it done once more. */
  refresh() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run();
    return this.#running;
  }

  refreshSoon() {
    this.#timer ??= setTimeout(() => this.refresh(), SOON);
  }

  more() {
    return this.#fetch(this.#conversations.pages + 1);
  }

  close() {
    clearTimeout(this.#timer);
  }

  async #run() {
    do {
      this.#again = false;
      await this.#fetch(this.#conversations.pages);
    } while (this.#again);
    this.#running = null;
  }

  async #fetch(pages) {
    const { filter } = this.#conversations;
    try {
      const answers = [];
      for (let page = 1; page <= pages; page += 1) {
        answers.push(await this.#api.conversations({ ...filter, page }));
      }
      // Meanwhile the viewer may have chosen others.
      if (filter !== this.#conversations.filter) return;
      const all = answers.flatMap(({ payload }) => payload);
      this.#conversations.replace(all, answers.at(-1).meta, pages);
      this.emit('changed');
    } catch (error) {
      this.emit('failed', error);
    }
  }
}
