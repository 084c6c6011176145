import { h, setAttribute, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';

/** The open room's name, how the connection is, and the way to the side panels. */
export class RoomHeader {
  #ui;
  #chat;
  #name = h('h1', { class: 'room-title' });
  #state = h('span', { class: 'connection' });
  #unread = h('span', { class: 'dot', hidden: true });
  #people = h('span', { class: 'people-count' });
  #lock = icon('lock');

  constructor({ ui, chat }) {
    this.#ui = ui;
    this.#chat = chat;
    const { t } = ui;
    this.#lock.classList.add('title-lock');
    this.element = h(
      'header',
      { class: 'room-head' },
      h(
        'button',
        {
          class: 'icon-button rooms-button',
          type: 'button',
          popovertarget: 'rooms',
          'aria-label': t('rooms.show'),
        },
        icon('rooms'),
        this.#unread,
      ),
      h('div', { class: 'room-title-line' }, this.#lock, this.#name),
      this.#state,
      h(
        'button',
        {
          class: 'icon-button people-button',
          type: 'button',
          popovertarget: 'people',
          'aria-label': t('people.show'),
        },
        icon('people'),
        this.#people,
      ),
    );
  }

  update() {
    const { t, texts } = this.#ui;
    const room = this.#chat.open?.room;
    setText(this.#name, room?.name ?? t('product'));
    this.#lock.toggleAttribute('hidden', room?.visibility !== 'members');
    const { state } = this.#chat.cable;
    setText(this.#state, t(`connection.${state}`));
    setAttribute(this.#state, 'data-state', state);
    const online = room?.people.online.length ?? 0;
    setText(this.#people, online > 0 ? texts.number(online) : '');
    this.#unread.hidden = this.#chat.rooms.every((other) => other === room || other.unread === 0);
  }
}
