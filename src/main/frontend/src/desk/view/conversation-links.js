import { KeyedChildren } from '../../dom/keyed.js';
import { h } from '../../dom/h.js';
import { isOutgoing, senderKey } from '../../thread/kinds.js';
import { avatar } from '../../view/avatar.js';
import { hashOfConversation } from '../route.js';
import { nameOfContact } from './names.js';
import { presenceDot, showPresence } from './presence-dot.js';

/** The server counts no further. */
const MOST = 10;

/** Links to the conversations, with the last message and what is unread in each. */
export class ConversationLinks {
  #ui;
  #desk;
  #picked;
  #rows;

  constructor({ ui, desk, picked }) {
    this.#ui = ui;
    this.#desk = desk;
    this.#picked = picked;
    this.element = h('ul', {
      class: 'room-list conversations',
      role: 'list',
      on: { keydown: (event) => this.#pressed(event) },
    });
    this.#rows = new KeyedChildren(this.element);
  }

  update() {
    const active = document.activeElement;
    const focused = this.element.contains(active) ? active.closest('li')?.dataset.key : null;
    const rows = this.#desk.conversations.shown.map((conversation) => this.#row(conversation));
    const replaced = this.#rows.update(rows, (row) => this.#make(row));
    if (focused) replaced.get(focused)?.querySelector('a').focus();
  }

  #row({ id, meta, last, unread_count: unread, last_activity_at: at, ...conversation }) {
    const { t, times } = this.#ui;
    const moment = new Date(at * 1000);
    const shown = {
      id,
      contact: `contact:${meta.sender?.id}`,
      name: nameOfContact({ meta }, t),
      presence: this.#desk.presence.contact(meta.sender?.id),
      excerpt: this.#excerpt(last),
      unread,
      at: isToday(moment, times) ? times.clock(moment) : times.date(moment),
      status: conversation.status,
      assignee: meta.assignee?.available_name ?? meta.assignee?.name ?? null,
      open: id === this.#desk.open?.id,
    };
    return { ...shown, key: String(id), stamp: JSON.stringify(shown) };
  }

  #make(row) {
    const { t } = this.#ui;
    const { id, contact, name, presence, excerpt, unread, at, open } = row;
    const dot = presenceDot();
    showPresence(dot, presence, t);
    return h(
      'li',
      { 'data-key': row.key },
      h(
        'a',
        {
          class: unread > 0 ? 'room-link unread' : 'room-link',
          href: hashOfConversation(id),
          'aria-current': open ? 'page' : null,
          on: { click: this.#picked },
        },
        h('span', { class: 'with-dot' }, avatar({ id: contact, name }), dot),
        h(
          'span',
          { class: 'conversation-lines' },
          h(
            'span',
            { class: 'conversation-line' },
            h('span', { class: 'room-name' }, name),
            h('span', { class: 'conversation-time' }, at),
          ),
          h(
            'span',
            { class: 'conversation-line' },
            h('span', { class: 'excerpt' }, excerpt),
            unread > 0 && [
              h('span', { class: 'badge', 'aria-hidden': 'true' }, badge(unread)),
              h('span', { class: 'unseen' }, t('rooms.unread', { count: unread })),
            ],
          ),
          h('span', { class: 'conversation-note' }, this.#note(row)),
        ),
      ),
    );
  }

  #note({ id, status, assignee }) {
    const { t } = this.#ui;
    return [`#${id}`, t(`desk.status.${status}`), assignee ?? t('desk.nobody')].join(' · ');
  }

  #excerpt(last) {
    if (!last) return '';
    const { t } = this.#ui;
    const text = last.content_attributes?.deleted
      ? t('messages.deleted')
      : last.content || t('thread.file');
    const mine = isOutgoing(last) && senderKey(last) === `user:${this.#desk.me.id}`;
    return mine ? t('desk.youSaid', { text }) : text;
  }

  /** Arrow keys move between the links, as Tab does. */
  #pressed(event) {
    const links = [...this.element.querySelectorAll('a')];
    const at = links.indexOf(event.target.closest('a'));
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    links[next]?.focus();
  }
}

function badge(unread) {
  return unread >= MOST ? `${MOST - 1}+` : String(unread);
}

function isToday(moment, times) {
  return times.dayKey(moment) === times.dayKey(new Date());
}
