import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { Composer } from './composer.js';
import { ConnectionBanner } from './connection-banner.js';
import { MessageList } from './message-list.js';
import { RoomHeader } from './room-header.js';
import { TypingLine } from './typing-line.js';

const FINE_POINTER = '(hover: hover) and (pointer: fine)';

/** The open room: its head, its messages, and the field to write in. */
export class RoomPane {
  #ui;
  #chat;
  #header;
  #messages;
  #banner;
  #typing;
  #composer;
  #closed;
  #open;

  constructor({ ui, chat, tell }) {
    this.#ui = ui;
    this.#chat = chat;
    const { t } = ui;
    this.#header = new RoomHeader({ ui, chat });
    this.#messages = new MessageList({ ui, chat, tell, leave: () => this.#composer.focus() });
    this.#banner = new ConnectionBanner({ ui, chat });
    this.#typing = new TypingLine({ ui, names: () => this.#typists() });
    this.#composer = new Composer({ ui, chat, editLast: () => this.#messages.editLast() });
    this.#open = h(
      'div',
      { class: 'room-open' },
      this.#messages.element,
      h(
        'div',
        { class: 'foot' },
        this.#typing.element,
        this.#banner.element,
        this.#composer.element,
      ),
    );
    this.#closed = h('div', { class: 'blank', hidden: true });
    this.element = h(
      'main',
      { class: 'room' },
      h(
        'button',
        { class: 'skip', type: 'button', on: { click: () => this.#composer.focus() } },
        t('composer.skip'),
      ),
      this.#header.element,
      this.#open,
      this.#closed,
    );
  }

  /** Another room was opened. */
  opened() {
    this.#messages.opened();
    this.#composer.opened();
    this.update();
    // A touch screen would cover the messages with its keyboard.
    if (this.#chat.open && matchMedia(FINE_POINTER).matches) this.#composer.focus();
  }

  update() {
    const room = this.#chat.open?.room;
    const refused =
      room?.status === 'refused' || (!room && this.#chat.openSlug && this.#chat.loaded);
    this.#open.hidden = !room || refused;
    this.#closed.hidden = Boolean(room && !refused);
    if (!this.#closed.hidden) this.#explain(refused);
    this.#header.update();
    this.#messages.update();
    this.#typing.update();
    this.#composer.update();
  }

  connectionChanged() {
    this.#header.update();
    this.#banner.update();
  }

  arrived(session, message) {
    if (session === this.#chat.open) this.#messages.arrived(message);
  }

  close() {
    this.#messages.close();
    this.#typing.close();
    this.#composer.close();
  }

  #typists() {
    const room = this.#chat.open?.room;
    return room?.typists.names(this.#chat.me.id, Date.now()) ?? [];
  }

  #explain(refused) {
    const { t } = this.#ui;
    if (!this.#chat.loaded) {
      setText(this.#closed, t('loading'));
    } else if (refused) {
      this.#closed.replaceChildren(
        icon('lock'),
        h('h2', {}, t('messages.refused')),
        h('p', {}, t('messages.refusedHint')),
      );
    } else {
      setText(this.#closed, t(this.#chat.rooms.length > 0 ? 'rooms.pick' : 'rooms.none'));
    }
  }
}
