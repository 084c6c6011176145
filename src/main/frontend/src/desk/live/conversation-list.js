import { Refresher } from '../../live/refresher.js';
import { Emitter } from '../../model/emitter.js';

/**
 * Fetches the list of conversations with its counts. Emits `changed` with each answer, `failed`
 * with an error.
 */
export class ConversationList extends Emitter {
  #api;
  #conversations;
  #refresher = new Refresher(
    () => this.#fetch(this.#conversations.pages),
    (error) => this.emit('failed', error),
  );

  constructor(api, conversations) {
    super();
    this.#api = api;
    this.#conversations = conversations;
  }

  /** Fetches what is shown once more. */
  refresh() {
    return this.#refresher.now();
  }

  refreshSoon() {
    this.#refresher.soon();
  }

  async more() {
    try {
      await this.#fetch(this.#conversations.pages + 1);
    } catch (error) {
      this.emit('failed', error);
    }
  }

  close() {
    this.#refresher.close();
  }

  async #fetch(pages) {
    const { filter } = this.#conversations;
    const answers = [];
    for (let page = 1; page <= pages; page += 1) {
      answers.push(await this.#api.conversations({ ...filter, page }));
    }
    // Meanwhile the viewer may have chosen others.
    if (filter !== this.#conversations.filter) return;
    const all = answers.flatMap(({ payload }) => payload);
    this.#conversations.replace(all, answers.at(-1).meta, pages);
    this.emit('changed');
  }
}
