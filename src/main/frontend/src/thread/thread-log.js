import { KeyedChildren } from '../dom/keyed.js';
import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { sentenceFor } from '../view/errors.js';
import { MessageFocus } from '../view/message-focus.js';
import { Scroll } from '../view/scroll.js';
import { MessageElements } from './message-elements.js';
import { threadRows } from './rows.js';

/** The messages of the open conversation, with what is not sent yet below them. */
export class ThreadLog {
  #ui;
  #tell;
  #leave;
  #list = h('ol', { class: 'messages', role: 'list' });
  #rows = new KeyedChildren(this.#list);
  #elements;
  #scroll;
  #focus;
  #older;
  #below;
  #session = null;
  #olderFailed = false;
  #seen = () => this.#markSeen();

  /**
   * @param {object} its
   * @param {object} its.ui
   * @param {{id: string, name: string}} its.me whoever writes here
   * @param {(message: object) => string} its.nameOf who said a message
   * @param {boolean} [its.marksRead] whether to say what the contact has read
   * @param {(sentence: string) => void} its.tell shows what did not work
   * @param {() => void} its.leave gives the focus to the field
   */
  constructor({ ui, me, nameOf, marksRead = false, tell, leave }) {
    this.#ui = ui;
    this.#tell = tell;
    this.#leave = leave;
    const { t } = ui;
    const actions = {
      retry: (echoId) => this.#session.retry(echoId),
      discard: (echoId) => {
        this.#session.discard(echoId);
        leave();
      },
    };
    this.#elements = new MessageElements({ ui, me, nameOf, marksRead, actions });
    this.#older = button('button small older', () => this.#loadOlder(), t('messages.older'));
    this.#below = button('button newest', () => this.#toNewest(), [
      icon('down'),
      h('span', {}, t('messages.newest')),
    ]);
    const scroller = h(
      'div',
      { class: 'log', tabindex: '-1' },
      this.#older,
      h('p', { class: 'unseen', id: 'messages-help' }, t('messages.help')),
      this.#list,
    );
    this.element = h('div', { class: 'log-frame' }, scroller, this.#below);
    this.#scroll = new Scroll(scroller, this.#list, {
      nearTop: () => this.#olderFailed || this.#loadOlder(),
      moved: () => this.#moved(),
    });
    this.#focus = new MessageFocus(this.#list, { leave, nearTop: () => this.#loadOlder() });
    document.addEventListener('visibilitychange', this.#seen);
    addEventListener('focus', this.#seen);
  }

  /** Shows another conversation: its session, with a `thread`, or null. */
  opened(session) {
    this.#session = session;
    this.#olderFailed = false;
    this.#scroll.stickToEnd();
  }

  update(label) {
    if (!this.#session) return;
    const { thread } = this.#session;
    const { times } = this.#ui;
    this.#list.setAttribute('aria-label', label);
    const rows = this.#elements.stamped(
      threadRows(thread, (moment) => times.dayKey(moment)),
      new Date(),
    );
    this.#scroll.keep(() => {
      this.#focus.keep(() => this.#rows.update(rows, (row) => this.#elements.element(row)));
      this.#older.hidden = !thread.hasMore;
    });
    this.#moved();
  }

  close() {
    document.removeEventListener('visibilitychange', this.#seen);
    removeEventListener('focus', this.#seen);
    this.#scroll.close();
  }

  async #loadOlder() {
    const { t } = this.#ui;
    const { thread } = this.#session;
    if (!thread.hasMore || !thread.loaded) return;
    setText(this.#older, t('messages.loadingOlder'));
    try {
      await this.#session.loadOlder();
      this.#olderFailed = false;
    } catch (error) {
      // Not again by itself at each scroll: the button is there to try.
      this.#olderFailed = true;
      this.#tell(sentenceFor(error, t));
    }
    setText(this.#older, t('messages.older'));
  }

  #toNewest() {
    this.#scroll.toEnd();
    this.#leave();
  }

  #moved() {
    this.#below.hidden = this.#scroll.atEnd;
    this.#markSeen();
  }

  /** Seen is what stood at the end of the list while the viewer looked at the window. */
  #markSeen() {
    if (!this.#session || !this.#scroll.atEnd) return;
    if (document.visibilityState === 'visible' && document.hasFocus()) this.#session.sawEnd();
  }
}

function button(style, run, content) {
  return h('button', { class: style, type: 'button', hidden: true, on: { click: run } }, content);
}
