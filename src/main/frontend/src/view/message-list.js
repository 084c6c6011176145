import { KeyedChildren } from '../dom/keyed.js';
import { h, setText } from '../dom/h.js';
import { icon, logo } from '../dom/icons.js';
import { sameId } from '../model/ids.js';
import { buildRows } from '../model/rows.js';
import { DeleteDialog } from './delete-dialog.js';
import { sentenceFor } from './errors.js';
import { MessageFocus } from './message-focus.js';
import { MessageRows } from './message-rows.js';
import { Scroll } from './scroll.js';

/** The messages of the open room, with what is not sent yet below them. */
export class MessageList {
  #ui;
  #chat;
  #tell;
  #leave;
  #list = h('ol', { class: 'messages', role: 'list' });
  #rows = new KeyedChildren(this.#list);
  #make;
  #scroll;
  #focus;
  #deletion;
  #older;
  #start;
  #below;
  #session = null;
  #unreadAfter = null;
  #editingId = null;
  #newBelow = 0;
  #olderFailed = false;
  #seen = () => this.#markSeen();

  constructor({ ui, chat, tell, leave }) {
    this.#ui = ui;
    this.#chat = chat;
    this.#tell = tell;
    this.#leave = leave;
    const { t } = ui;
    this.#make = new MessageRows({ ui, chat, actions: this.#actions() });
    this.#deletion = new DeleteDialog(ui);
    this.#older = h(
      'button',
      {
        class: 'button small older',
        type: 'button',
        hidden: true,
        on: { click: () => this.#loadOlder() },
      },
      t('messages.older'),
    );
    this.#start = h('div', { class: 'beginning', hidden: true });
    this.#below = h(
      'button',
      {
        class: 'button newest',
        type: 'button',
        hidden: true,
        on: { click: () => this.#toNewest() },
      },
      icon('down'),
      h('span', {}),
    );
    const scroller = h(
      'div',
      { class: 'log', tabindex: '-1', 'aria-busy': 'false' },
      this.#older,
      this.#start,
      h('p', { class: 'unseen', id: 'messages-help' }, t('messages.help')),
      this.#list,
    );
    this.element = h('div', { class: 'log-frame' }, scroller, this.#below, this.#deletion.element);
    this.#scroll = new Scroll(scroller, this.#list, {
      nearTop: () => this.#olderFailed || this.#loadOlder(),
      moved: () => this.#moved(),
    });
    this.#focus = new MessageFocus(this.#list, { leave, nearTop: () => this.#loadOlder() });
    document.addEventListener('visibilitychange', this.#seen);
    addEventListener('focus', this.#seen);
  }

  opened() {
    this.#session = this.#chat.open;
    this.#unreadAfter = undefined;
    this.#editingId = null;
    this.#newBelow = 0;
    this.#olderFailed = false;
    this.#scroll.stickToEnd();
  }

  update() {
    const room = this.#session?.room;
    if (!room) return;
    if (this.#unreadAfter === undefined && room.loaded) this.#placeUnreadMark(room);
    const { t, times } = this.#ui;
    this.#list.setAttribute('aria-label', t('messages.title', { room: room.name }));
    const rows = this.#make.stamped(
      buildRows({
        messages: room.timeline.messages,
        waiting: room.outbox.entries,
        unreadAfter: this.#unreadAfter ?? null,
        meId: room.me.id,
        dayKey: (moment) => times.dayKey(moment),
      }),
      { room, editingId: this.#editingId, now: new Date() },
    );
    this.#scroll.keep(() => {
      this.#focus.keep(() => this.#rows.update(rows, (row) => this.#make.element(row)));
      this.#updateTop(room);
    });
    this.#updateBelow();
    this.#markSeen();
  }

  /** A new message came while the room is open. */
  arrived(message) {
    if (!this.#scroll.atEnd && !sameId(message.sender.id, this.#chat.me.id)) this.#newBelow += 1;
  }

  /** Opens the viewer's last message for editing; false when there is none. */
  editLast() {
    const room = this.#session?.room;
    const last = room?.timeline.messages.findLast(
      (message) => room.isMine(message) && !message.deleted,
    );
    if (!last) return false;
    this.#edit(last.id);
    return true;
  }

  close() {
    document.removeEventListener('visibilitychange', this.#seen);
    removeEventListener('focus', this.#seen);
    this.#scroll.close();
  }

  /** The mark stays where it was when the room was opened, until the room is opened again. */
  #placeUnreadMark(room) {
    this.#unreadAfter = room.unread > 0 ? (room.lastReadId ?? -1) : null;
  }

  #actions() {
    return {
      edit: (id) => this.#edit(id),
      cancelEdit: (id) => this.#endEdit(id),
      save: (id, text) => this.#save(id, text),
      delete: (id) => this.#delete(id),
      retry: (clientMessageId) => this.#session.retry(clientMessageId),
      discard: (clientMessageId) => {
        this.#session.discard(clientMessageId);
        this.#leave();
      },
    };
  }

  #edit(id) {
    this.#editingId = id;
    this.update();
    const area = this.#rows.element(`message-${id}`)?.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }

  #endEdit(id) {
    this.#editingId = null;
    this.update();
    this.#focus.to(this.#rows.element(`message-${id}`));
  }

  async #save(id, text) {
    const before = this.#session.room.timeline.find(id)?.text;
    if (text === before) return this.#endEdit(id);
    try {
      await this.#session.edit(id, text);
      if (this.#editingId === id) this.#endEdit(id);
    } catch (error) {
      this.#tell(sentenceFor(error, this.#ui.t));
    }
  }

  async #delete(id) {
    const session = this.#session;
    if (!(await this.#deletion.confirmed())) return;
    try {
      await session.delete(id);
      this.#focus.to(this.#rows.element(`message-${id}`));
    } catch (error) {
      this.#tell(sentenceFor(error, this.#ui.t));
    }
  }

  async #loadOlder() {
    const session = this.#session;
    if (!session?.room.timeline.hasMore || !session.room.loaded) return;
    this.#busy(true);
    try {
      await session.loadOlder();
      this.#olderFailed = false;
    } catch (error) {
      // Not again by itself at each scroll: the button is there to try.
      this.#olderFailed = true;
      this.#tell(sentenceFor(error, this.#ui.t));
    }
    this.#busy(false);
  }

  #busy(busy) {
    const { t } = this.#ui;
    this.#scroll.element.setAttribute('aria-busy', String(busy));
    setText(this.#older, t(busy ? 'messages.loadingOlder' : 'messages.older'));
  }

  #updateTop(room) {
    const { t } = this.#ui;
    const { hasMore, messages } = room.timeline;
    const quiet = messages.length === 0 && room.outbox.entries.length === 0;
    this.#older.hidden = !hasMore;
    this.#start.hidden = hasMore || !room.loaded;
    this.#start.classList.toggle('alone', quiet);
    const sentence = t(quiet ? 'messages.emptyHint' : 'messages.start', { room: room.name });
    if (this.#start.dataset.shows === sentence) return;
    this.#start.dataset.shows = sentence;
    this.#start.replaceChildren(
      ...(quiet ? [logo(), h('h2', {}, t('messages.empty'))] : []),
      h('p', {}, sentence),
    );
  }

  #toNewest() {
    this.#scroll.toEnd();
    this.#leave();
  }

  #moved() {
    if (this.#scroll.atEnd) this.#newBelow = 0;
    this.#updateBelow();
    this.#markSeen();
  }

  #updateBelow() {
    const { t } = this.#ui;
    this.#below.hidden = this.#scroll.atEnd;
    const text =
      this.#newBelow > 0 ? t('messages.below', { count: this.#newBelow }) : t('messages.newest');
    setText(this.#below.lastElementChild, text);
  }

  /** Seen is what stood at the end of the list while the viewer looked at the window. */
  #markSeen() {
    const session = this.#session;
    if (!session?.room.loaded || !this.#scroll.atEnd) return;
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
    const { lastId } = session.room.timeline;
    if (lastId !== null) session.sawUpTo(lastId);
  }
}
