import { KeyedChildren } from '../dom/keyed.js';
import { h } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { hashOfRoom } from '../format/route.js';
import { badge } from '../model/unread.js';

/** Links to the rooms, with what is unread in each. */
export class RoomList {
  #ui;
  #chat;
  #picked;
  #rows;

  constructor({ ui, chat, picked }) {
    this.#ui = ui;
    this.#chat = chat;
    this.#picked = picked;
    this.element = h('ul', { class: 'room-list', role: 'list' });
    this.#rows = new KeyedChildren(this.element);
  }

  update() {
    const focused = this.element.contains(document.activeElement)
      ? document.activeElement.closest('li')?.dataset.slug
      : null;
    const rows = this.#chat.rooms.map((room) => this.#row(room));
    const replaced = this.#rows.update(rows, (row) => this.#make(row));
    if (focused) replaced.get(focused)?.querySelector('a').focus();
  }

  #row({ slug, name, visibility, unread }) {
    const open = slug === this.#chat.openSlug;
    return {
      key: slug,
      stamp: JSON.stringify([name, visibility, unread, open]),
      slug,
      name,
      visibility,
      unread,
      open,
    };
  }

  #make({ slug, name, visibility, unread, open }) {
    const { t } = this.#ui;
    const closed = visibility === 'members';
    return h(
      'li',
      { 'data-slug': slug },
      h(
        'a',
        {
          class: unread > 0 ? 'room-link unread' : 'room-link',
          href: hashOfRoom(slug),
          'aria-current': open ? 'page' : null,
          on: { click: this.#picked },
        },
        icon(closed ? 'lock' : 'hash'),
        h('span', { class: 'room-name' }, name),
        closed && h('span', { class: 'unseen' }, `(${t('rooms.private')})`),
        unread > 0 && [
          h('span', { class: 'badge', 'aria-hidden': 'true' }, badge(unread)),
          h('span', { class: 'unseen' }, t('rooms.unread', { count: unread })),
        ],
      ),
    );
  }
}
