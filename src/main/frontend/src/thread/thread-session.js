import { Emitter } from '../model/emitter.js';
import { freshId } from '../model/ids.js';
import { Typists } from '../model/typists.js';
import { TypingSignal } from '../model/typing-signal.js';
import { Thread } from './thread.js';

const PAGE = 20;

/**
 * One open conversation, for an agent or for a contact. Emits `changed`, `arrived` with each
 * message that is new, `sent` with each that the server has taken, and `seen` with the
 * conversation as it is once the viewer has read it.
 */
export class ThreadSession extends Emitter {
  thread = new Thread();
  typists = new Typists();

  /** What is written and not sent, and whether it is a note. */
  draft = { content: '', inNote: false };

  /** An error, when the conversation could not be opened. */
  refused = null;

  #api;
  #signal = new TypingSignal();
  #signalled = Promise.resolve();
  #seenId = 0;

  /** The last message that came by the line, or in a page: one's own says nothing of others. */
  #heardId = 0;

  #gapAfter = null;
  #loadingOlder = null;

  constructor({ id, api }) {
    super();
    this.id = id;
    this.#api = api;
  }

  async load() {
    try {
      const messages = await this.#api.messages(this.id);
      this.thread.add(messages);
      this.thread.hasMore = messages.length >= PAGE;
      this.thread.loaded = true;
      this.#heard(messages.at(-1)?.id ?? 0);
      this.refused = null;
    } catch (error) {
      this.refused = error;
    }
    this.emit('changed');
  }

  /** The line broke: what comes after what was heard by now may be missing, whatever comes next. */
  lost() {
    this.#gapAfter ??= this.#heardId;
    this.typists.clear();
    this.emit('changed');
  }

  /** Fetches what came while nobody told it. */
  async catchUp() {
    let after = this.#gapAfter ?? this.#heardId;
    if (after === 0) return this.load();
    for (;;) {
      const messages = await this.#api.messages(this.id, { after });
      this.thread.add(messages);
      this.emit('changed');
      if (messages.length === 0) break;
      after = messages.at(-1).id;
      this.#heard(after);
    }
    this.#gapAfter = null;
    return undefined;
  }

  loadOlder() {
    this.#loadingOlder ??= this.#older().finally(() => (this.#loadingOlder = null));
    return this.#loadingOlder;
  }

  async #older() {
    const messages = await this.#api.messages(this.id, { before: this.thread.firstId });
    this.thread.add(messages);
    this.thread.hasMore = messages.length >= PAGE;
    this.emit('changed');
  }

  /** An event about a message of this conversation. */
  told(message) {
    // Before the first page is here, its messages would pass for all there are.
    if (!this.thread.loaded) return;
    const isNew = this.thread.told(message);
    this.#heard(message.id);
    this.emit('changed');
    if (isNew) this.emit('arrived', message);
  }

  type(user, types) {
    const key = `${user.type}:${user.id}`;
    if (types) this.typists.started({ id: key, name: user.name }, Date.now());
    else this.typists.ended(key);
    this.emit('changed');
  }

  say(content, inNote) {
    this.#signal.forget();
    const echoId = freshId();
    this.thread.wait({ echoId, content, inNote });
    return this.#send(echoId);
  }

  retry(echoId) {
    const { content, inNote } = this.thread.waits(echoId);
    this.thread.wait({ echoId, content, inNote });
    return this.#send(echoId);
  }

  discard(echoId) {
    this.thread.discard(echoId);
    this.emit('changed');
  }

  typed(text, inNote) {
    this.#tellTyping(this.#signal.changed(text, Date.now()), inNote);
  }

  stoppedTyping(inNote) {
    this.#tellTyping(this.#signal.ended(), inNote);
  }

  /** The viewer has looked at the end of the thread. */
  sawEnd() {
    const { lastId = 0 } = this.thread;
    if (!this.thread.loaded || lastId <= this.#seenId) return;
    const before = this.#seenId;
    this.#seenId = lastId;
    this.#api.seen(this.id).then(
      (conversation) => this.emit('seen', conversation),
      () => (this.#seenId = before),
    );
  }

  #heard(id) {
    this.#heardId = Math.max(this.#heardId, id);
  }

  async #send(echoId) {
    this.emit('changed');
    try {
      const { content, inNote } = this.thread.waits(echoId);
      const message = await this.#api.say(this.id, { content, inNote, echoId });
      // Contacts are answered without it.
      this.thread.answered({ ...message, echo_id: echoId });
      this.emit('sent', message);
    } catch (error) {
      this.thread.failed(echoId, error.detail ?? null);
    }
    this.emit('changed');
  }

  /** One after the other, so that what is said last is what counts. */
  #tellTyping(types, inNote) {
    if (types === null) return;
    this.#signalled = this.#signalled
      .then(() => this.#api.typing(this.id, types, inNote))
      .catch(() => {});
  }
}
