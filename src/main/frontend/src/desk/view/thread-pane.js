import { h, setText } from '../../dom/h.js';
import { icon } from '../../dom/icons.js';
import { ThreadLog } from '../../thread/thread-log.js';
import { ConnectionBanner } from '../../view/connection-banner.js';
import { sentenceFor } from '../../view/errors.js';
import { TypingLine } from '../../view/typing-line.js';
import { nameOfContact, nameOfSender } from './names.js';
import { ReplyBox } from './reply-box.js';
import { ThreadHead } from './thread-head.js';

/** The open conversation: its head, its messages, and the field to answer in. */
export class ThreadPane {
  #ui;
  #desk;
  #head;
  #log;
  #banner;
  #typing;
  #reply;
  #open;
  #blank = h('div', { class: 'blank' });

  constructor({ ui, desk, tell }) {
    this.#ui = ui;
    this.#desk = desk;
    const { t } = ui;
    this.#head = new ThreadHead({ ui, desk });
    this.#log = new ThreadLog({
      ui,
      tell,
      me: { id: `user:${desk.me.id}`, name: desk.me.name },
      nameOf: (message) => nameOfSender(message, t),
      marksRead: true,
      leave: () => this.#reply.focus(),
    });
    this.#banner = new ConnectionBanner({ ui, chat: desk });
    this.#typing = new TypingLine({ ui, names: () => this.#typists() });
    this.#reply = new ReplyBox({ ui, desk });
    this.#open = h(
      'div',
      { class: 'room-open' },
      this.#log.element,
      h('div', { class: 'foot' }, this.#typing.element, this.#banner.element, this.#reply.element),
    );
    this.element = h('main', { class: 'room' }, this.#head.element, this.#open, this.#blank);
  }

  /** Another conversation was opened, or none. */
  opened() {
    this.#log.opened(this.#desk.open);
    this.#reply.opened();
    this.#head.opened();
    this.update();
  }

  update() {
    const { open } = this.#desk;
    const visible = Boolean(open && !open.refused);
    this.#open.hidden = !visible;
    this.#blank.hidden = visible;
    this.#head.update();
    if (!visible) {
      this.#explain(open);
      return;
    }
    const known = this.#desk.conversations.get(open.id);
    const name = known ? nameOfContact(known, this.#ui.t) : `#${open.id}`;
    this.#log.update(this.#ui.t('thread.title', { name }));
    this.#typing.update();
    this.#reply.update(name);
  }

  connectionChanged() {
    this.#head.connectionChanged();
    this.#banner.update();
  }

  close() {
    this.#log.close();
    this.#typing.close();
    this.#reply.close();
  }

  #typists() {
    return this.#desk.open?.typists.names(`user:${this.#desk.me.id}`, Date.now()) ?? [];
  }

  #explain(open) {
    const { t } = this.#ui;
    if (!open) {
      setText(this.#blank, t('desk.pick'));
      return;
    }
    const gone = open.refused.status === 404 || open.refused.status === 403;
    this.#blank.replaceChildren(
      icon(gone ? 'lock' : 'warning'),
      h('h2', {}, gone ? t('desk.closed') : sentenceFor(open.refused, t)),
      gone
        ? h('p', {}, t('desk.closedHint'))
        : h(
            'button',
            { class: 'button', type: 'button', on: { click: () => open.load() } },
            t('error.again'),
          ),
    );
  }
}
