import { h } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { linkParts } from '../format/links.js';
import { avatar } from './avatar.js';
import { editForm } from './edit-form.js';
import { waitingRow } from './waiting-row.js';

const EXCERPT = 60;

/** Makes the rows of the message list. */
export class MessageRows {
  #ui;
  #actions;

  constructor({ ui, actions }) {
    this.#ui = ui;
    this.#actions = actions;
  }

  /** Adds to each row what else it shows, and a stamp that changes when that does. */
  stamped(rows, { room, editingId, now }) {
    const seen = room.marks.placedOn(room.timeline.messages, room.me.id);
    return rows.map((row) => {
      if (row.kind === 'day') return { ...row, stamp: this.#ui.times.day(row.at, now), now };
      if (row.kind === 'unread') return { ...row, stamp: '' };
      if (row.kind === 'waiting') {
        return { ...row, me: room.me, stamp: `${row.entry.state} ${row.entry.reason}` };
      }
      const { message, joined } = row;
      const mine = room.isMine(message);
      const seers = seen.get(message.id) ?? [];
      const shown = {
        editing: message.id === editingId && !message.deleted,
        mayEdit: mine && !message.deleted,
        mayDelete: (mine || room.moderates) && !message.deleted,
        seers: seers.map(({ id, name }) => ({ id, name })),
      };
      // Made anew while it is edited, the form would lose what is typed.
      if (shown.editing) return { ...row, ...shown, mine, stamp: 'editing' };
      const { updatedAt, text, deleted, edited } = message;
      const stamp = JSON.stringify([updatedAt, text, deleted, edited, joined, shown]);
      return { ...row, ...shown, mine, stamp };
    });
  }

  element(row) {
    if (row.kind === 'day') return divider('day', this.#ui.times.day(row.at, row.now));
    if (row.kind === 'unread') return divider('new', this.#ui.t('messages.unread'));
    if (row.kind === 'waiting') return waitingRow(row, this.#ui, this.#actions);
    return this.#message(row);
  }

  #message(row) {
    const { message, joined, mine, editing } = row;
    const classes = ['message', joined && 'joined', mine && 'mine', message.deleted && 'deleted'];
    return h(
      'li',
      {
        class: classes.filter(Boolean).join(' '),
        tabindex: '-1',
        'data-key': row.key,
        'data-message': message.id,
        'aria-describedby': 'messages-help',
      },
      avatar(message.sender),
      h(
        'div',
        { class: 'message-body' },
        this.#head(message),
        editing ? editForm(message, this.#ui, this.#actions) : this.#text(message),
      ),
      this.#seenBy(row.seers),
      !editing && this.#buttons(row),
    );
  }

  #head({ sender, createdAt }) {
    const at = new Date(createdAt);
    const { times } = this.#ui;
    return h(
      'div',
      { class: 'message-head' },
      h('span', { class: 'name' }, sender.name),
      h('time', { datetime: at.toISOString(), title: times.full(at) }, times.clock(at)),
    );
  }

  #text({ text, deleted, edited }) {
    const { t } = this.#ui;
    if (deleted) return h('p', { class: 'message-text' }, t('messages.deleted'));
    const parts = linkParts(text).map((part) =>
      part.href
        ? h('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer' }, part.text)
        : part.text,
    );
    const mark = edited && h('span', { class: 'edited' }, ` (${t('messages.edited')})`);
    return h('p', { class: 'message-text', dir: 'auto' }, parts, mark);
  }

  #seenBy(seers) {
    if (seers.length === 0) return null;
    const { t, texts } = this.#ui;
    const sentence = t('messages.seenBy', { names: texts.list(seers.map(({ name }) => name)) });
    return h(
      'span',
      { class: 'seen', title: sentence },
      seers.map((seer) => avatar(seer, 'tiny')),
      h('span', { class: 'unseen' }, sentence),
    );
  }

  #buttons({ message, mayEdit, mayDelete }) {
    if (!mayEdit && !mayDelete) return null;
    const { t } = this.#ui;
    const text = [...message.text].slice(0, EXCERPT).join('');
    const button = (name, picture) =>
      h(
        'button',
        {
          class: 'icon-button',
          type: 'button',
          tabindex: '-1',
          title: t(`messages.${name}`),
          'aria-label': t(`messages.${name}Of`, { text }),
          on: { click: () => this.#actions[name](message.id) },
        },
        icon(picture),
      );
    return h(
      'div',
      { class: 'message-actions' },
      mayEdit && button('edit', 'edit'),
      mayDelete && button('delete', 'trash'),
    );
  }
}

function divider(kind, text) {
  return h('li', { class: `divider ${kind}` }, h('span', {}, text));
}
