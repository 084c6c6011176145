import { h, setText } from '../dom/h.js';
import { icon, logo } from '../dom/icons.js';
import { avatar } from './avatar.js';
import { Drawer, NARROW } from './drawer.js';
import { NewRoomDialog } from './new-room-dialog.js';
import { RoomList } from './room-list.js';
import { SettingsPanel } from './settings-panel.js';

/** The rooms to go to, and the viewer's own corner. */
export class Sidebar {
  #ui;
  #chat;
  #list;
  #empty;
  #drawer;
  #newRoom;

  constructor({ ui, chat }) {
    this.#ui = ui;
    this.#chat = chat;
    const { t } = ui;
    this.#list = new RoomList({ ui, chat, picked: () => this.#drawer.hide() });
    this.#empty = h('p', { class: 'rooms-none', hidden: true }, t('rooms.none'));
    this.#newRoom = new NewRoomDialog({ ui, chat });
    const settings = new SettingsPanel({ ui, chat });
    this.element = h(
      'div',
      { class: 'sidebar', id: 'rooms' },
      h('header', { class: 'brand' }, logo(), h('span', {}, t('product')), this.#closeButton()),
      h(
        'nav',
        { class: 'rooms', 'aria-labelledby': 'rooms-title' },
        h(
          'div',
          { class: 'section-head' },
          h('h2', { id: 'rooms-title' }, t('rooms.title')),
          this.#newRoomButton(),
        ),
        this.#list.element,
        this.#empty,
      ),
      h(
        'button',
        {
          class: 'viewer',
          type: 'button',
          popovertarget: 'settings',
          'aria-label': t('settings.open', { name: chat.me.name }),
        },
        avatar(chat.me),
        h('span', { class: 'viewer-name' }, chat.me.name),
        icon('settings'),
      ),
      settings.element,
      this.#newRoom.element,
    );
    this.#drawer = new Drawer(this.element, NARROW.rooms);
  }

  update() {
    this.#list.update();
    this.#empty.hidden = !this.#chat.loaded || this.#chat.rooms.length > 0;
    setText(this.#empty, this.#ui.t('rooms.none'));
  }

  roomOpened() {
    this.#drawer.hide();
    this.#list.update();
  }

  close() {
    this.#drawer.close();
  }

  #closeButton() {
    return h(
      'button',
      {
        class: 'icon-button narrow-only',
        type: 'button',
        popovertarget: 'rooms',
        popovertargetaction: 'hide',
        'aria-label': this.#ui.t('rooms.hide'),
      },
      icon('close'),
    );
  }

  #newRoomButton() {
    const name = this.#ui.t('rooms.new');
    return h(
      'button',
      {
        class: 'icon-button',
        type: 'button',
        'aria-label': name,
        title: name,
        on: { click: () => this.#newRoom.open() },
      },
      icon('plus'),
    );
  }
}
