import { h } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { linkParts } from '../format/links.js';
import { avatar } from '../view/avatar.js';
import { isOutgoing, senderKey } from './kinds.js';

/** Makes the rows of a thread. */
export class MessageElements {
  #ui;
  #me;
  #nameOf;
  #marksRead;
  #actions;

  /**
   * @param {object} its
   * @param {object} its.ui
   * @param {{id: string, name: string}} its.me whoever writes here
   * @param {(message: object) => string} its.nameOf who said it
   * @param {boolean} its.marksRead whether to say what the contact has read
   * @param {{retry(echoId: string): void, discard(echoId: string): void}} its.actions
   */
  constructor({ ui, me, nameOf, marksRead, actions }) {
    this.#ui = ui;
    this.#me = me;
    this.#nameOf = nameOf;
    this.#marksRead = marksRead;
    this.#actions = actions;
  }

  /** Adds to each row a stamp that changes with what it shows. */
  stamped(rows, now) {
    const read = rows.findLast(({ message }) => message?.status === 'read' && isOutgoing(message));
    return rows.map((row) => {
      if (row.kind === 'day') return { ...row, now, stamp: this.#ui.times.day(row.at, now) };
      if (row.kind === 'waiting') return { ...row, stamp: `${row.entry.state}` };
      const isRead = this.#marksRead && row === read;
      const { content, content_attributes: attributes, attachments } = row.message;
      return {
        ...row,
        isRead,
        stamp: JSON.stringify([content, attributes, attachments, row.joined, isRead]),
      };
    });
  }

  element(row) {
    if (row.kind === 'day') {
      const day = this.#ui.times.day(row.at, row.now);
      return h('li', { class: 'divider day' }, h('span', {}, day));
    }
    if (row.kind === 'activity') return this.#activity(row);
    return row.kind === 'waiting' ? this.#waiting(row) : this.#message(row);
  }

  #activity({ key, at, message }) {
    return h(
      'li',
      { class: 'activity', 'data-key': key },
      h('span', {}, message.content),
      this.#time(at),
    );
  }

  #message({ key, at, message, joined, isRead }) {
    const deleted = Boolean(message.content_attributes?.deleted);
    const classes = [
      'message',
      joined && 'joined',
      message.private && 'note',
      isOutgoing(message) && 'outgoing',
      deleted && 'deleted',
    ];
    const { t } = this.#ui;
    const name = this.#nameOf(message);
    return h(
      'li',
      {
        class: classes.filter(Boolean).join(' '),
        tabindex: '-1',
        'data-key': key,
        'aria-describedby': 'messages-help',
      },
      avatar({ id: senderKey(message), name }),
      h(
        'div',
        { class: 'message-body' },
        h(
          'div',
          { class: 'message-head' },
          h('span', { class: 'name' }, name),
          message.private && noteMark(t),
          this.#time(at),
        ),
        deleted
          ? h('p', { class: 'message-text' }, t('messages.deleted'))
          : [text(message.content), files(message.attachments)],
        isRead && h('p', { class: 'read-mark' }, t('thread.read')),
      ),
    );
  }

  #waiting({ key, entry: { echoId, content, inNote, state, reason } }) {
    const { t } = this.#ui;
    const failed = state === 'failed';
    const action = (name, run) =>
      h('button', { class: 'text-button', type: 'button', on: { click: run } }, name);
    return h(
      'li',
      {
        class: `message outgoing waiting ${state} ${inNote ? 'note' : ''}`.trim(),
        tabindex: '-1',
        'data-key': key,
      },
      avatar(this.#me),
      h(
        'div',
        { class: 'message-body' },
        h(
          'div',
          { class: 'message-head' },
          h('span', { class: 'name' }, this.#me.name),
          inNote && noteMark(t),
        ),
        text(content),
        h(
          'p',
          { class: 'delivery', role: failed ? 'alert' : null },
          icon(failed ? 'warning' : 'clock'),
          h(
            'span',
            {},
            failed
              ? [t('messages.failed'), reason].filter(Boolean).join(' ')
              : t('messages.sending'),
          ),
          failed && [
            action(t('messages.retry'), () => this.#actions.retry(echoId)),
            action(t('messages.discard'), () => this.#actions.discard(echoId)),
          ],
        ),
      ),
    );
  }

  #time(at) {
    const { times } = this.#ui;
    return h('time', { datetime: at.toISOString(), title: times.full(at) }, times.clock(at));
  }
}

function noteMark(t) {
  return h('span', { class: 'note-mark' }, icon('lock'), t('thread.note'));
}

function text(content) {
  if (!content) return null;
  return h('p', { class: 'message-text', dir: 'auto' }, linkParts(content).map(linkOrText));
}

function linkOrText({ href, text: shown }) {
  return href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, shown) : shown;
}

function files(attachments = []) {
  return attachments
    .filter(({ data_url: address }) => address)
    .map(({ data_url: href, extension, file_type: kind }) =>
      h(
        'a',
        { class: 'file', href, target: '_blank', rel: 'noopener noreferrer' },
        icon('file'),
        nameOfFile(href) ?? extension ?? kind,
      ),
    );
}

/** The last part of an address is what the file was called. */
function nameOfFile(address) {
  try {
    return decodeURIComponent(new URL(address, location.href).pathname.split('/').at(-1)) || null;
  } catch {
    return null;
  }
}
