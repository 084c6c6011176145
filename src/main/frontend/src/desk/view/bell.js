import { h, setAttribute, setText } from '../../dom/h.js';
import { icon } from '../../dom/icons.js';
import { badge } from '../../model/unread.js';
import { hashOfConversation } from '../route.js';
import { nameOfContact } from './names.js';

/** What the agent is told of, behind a bell that counts what is unread. */
export class Bell {
  #ui;
  #desk;
  #count = h('span', { class: 'badge', hidden: true, 'aria-hidden': 'true' });
  #button;
  #list = h('ul', { class: 'notices', role: 'list' });
  #none;
  #all;
  #panel;
  #shown = '';

  constructor({ ui, desk }) {
    this.#ui = ui;
    this.#desk = desk;
    const { t } = ui;
    this.#button = h(
      'button',
      { class: 'icon-button bell', type: 'button', popovertarget: 'notices' },
      icon('bell'),
      this.#count,
    );
    this.#none = h('p', { class: 'hint' }, t('bell.none'));
    this.#all = h(
      'button',
      { class: 'button small wide', type: 'button', on: { click: () => desk.readAllNotices() } },
      t('bell.readAll'),
    );
    this.#panel = h(
      'div',
      {
        class: 'settings notices-panel',
        id: 'notices',
        popover: 'auto',
        role: 'dialog',
        'aria-labelledby': 'notices-title',
      },
      h('h2', { id: 'notices-title' }, t('bell.title')),
      this.#list,
      this.#none,
      this.#all,
    );
    this.element = h('div', { class: 'bell-place' }, this.#button, this.#panel);
  }

  update() {
    const { t } = this.#ui;
    const { notices } = this.#desk;
    const { list, unread } = notices;
    setAttribute(this.#button, 'aria-label', t('bell.open', { count: unread }));
    setText(this.#count, badge(unread));
    this.#count.hidden = unread === 0;
    this.#none.hidden = list.length > 0;
    this.#all.hidden = unread === 0;
    const stamp = JSON.stringify(list);
    if (stamp === this.#shown) return;
    this.#shown = stamp;
    this.#list.replaceChildren(...list.map((notice) => this.#notice(notice)));
  }

  #notice(notice) {
    const { t, times } = this.#ui;
    const { id } = notice.primary_actor;
    const at = new Date(notice.last_activity_at * 1000);
    const name = nameOfContact(notice.primary_actor, t);
    return h(
      'li',
      {},
      h(
        'a',
        {
          class: notice.read_at ? 'notice-link' : 'notice-link unread',
          href: hashOfConversation(id),
          on: { click: () => this.#picked(notice) },
        },
        h('span', {}, this.#sentence(notice, { name })),
        h(
          'time',
          { datetime: at.toISOString() },
          `${times.day(at, new Date())}, ${times.clock(at)}`,
        ),
        !notice.read_at && h('span', { class: 'unseen' }, t('bell.unread')),
      ),
    );
  }

  #sentence({ notification_type: type, push_message_title: title }, places) {
    return KNOWN.has(type) ? this.#ui.t(`bell.${type}`, places) : title;
  }

  #picked(notice) {
    this.#panel.hidePopover();
    this.#desk.readNotice(notice);
  }
}

const KNOWN = new Set([
  'conversation_creation',
  'conversation_assignment',
  'assigned_conversation_new_message',
  'conversation_mention',
  'participating_conversation_new_message',
]);
