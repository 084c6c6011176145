import { onceAFrame } from '../../dom/frame.js';
import { h } from '../../dom/h.js';
import { windowTitle } from '../../format/title.js';
import { senderKey } from '../../thread/kinds.js';
import { Announcer } from '../../view/announcer.js';
import { sentenceFor } from '../../view/errors.js';
import { Toast } from '../../view/toast.js';
import { conversationInHash } from '../route.js';
import { DeskSidebar } from './desk-sidebar.js';
import { nameOfContact, nameOfSender } from './names.js';
import { ThreadPane } from './thread-pane.js';

/** The desk of a signed-in agent: the conversations, and the open one. */
export class DeskPage {
  #ui;
  #desk;
  #sidebar;
  #pane;
  #announcer;
  #toast;
  #ended = new AbortController();
  #unsubscribe = [];

  constructor({ ui, desk }) {
    this.#ui = ui;
    this.#desk = desk;
    this.#announcer = new Announcer(ui, desk);
    this.#toast = new Toast(ui);
    this.#sidebar = new DeskSidebar({ ui, desk });
    this.#pane = new ThreadPane({ ui, desk, tell: (sentence) => this.#toast.show(sentence) });
    this.element = h(
      'div',
      { class: 'chat desk' },
      this.#sidebar.element,
      this.#pane.element,
      this.#announcer.element,
      this.#toast.element,
    );
  }

  shown() {
    const updateList = onceAFrame(() => this.#updateList());
    const updateThread = onceAFrame(() => this.#pane.update());
    this.#unsubscribe = [
      this.#desk.on('list', updateList),
      this.#desk.on('thread', updateThread),
      this.#desk.on('open', () => this.#opened()),
      this.#desk.on('presence', () => {
        updateList();
        updateThread();
      }),
      this.#desk.on('notices', () => {
        updateList();
        this.#readNotices();
      }),
      this.#desk.on('arrived', (message) => this.#arrived(message)),
      this.#desk.on('connection', () => this.#connectionChanged()),
      this.#desk.on('refused', (error) => this.#toast.show(sentenceFor(error, this.#ui.t))),
    ];
    const { signal } = this.#ended;
    addEventListener('hashchange', () => this.#follow(), { signal });
    addEventListener('focus', () => this.#readNotices(), { signal });
    this.#follow();
    this.#opened();
    this.#connectionChanged();
  }

  close() {
    this.#ended.abort();
    for (const end of this.#unsubscribe) end();
    this.#sidebar.close();
    this.#pane.close();
  }

  /** The address of the page names the conversation, so that reload and the back button work. */
  #follow() {
    this.#desk.show(conversationInHash(location.hash));
  }

  #opened() {
    this.#sidebar.opened();
    this.#pane.opened();
    this.#updateList();
    this.#readNotices();
  }

  #readNotices() {
    if (document.visibilityState === 'visible' && document.hasFocus()) {
      this.#desk.readNoticesOfOpen();
    }
  }

  #updateList() {
    this.#sidebar.update();
    this.#pane.update();
    const { conversations, notices, open } = this.#desk;
    const known = open && conversations.get(open.id);
    document.title = windowTitle({
      unread: notices.unread,
      room: known ? nameOfContact(known, this.#ui.t) : this.#ui.t('desk.title'),
    });
  }

  #connectionChanged() {
    this.#pane.connectionChanged();
    this.#announcer.connectionChanged();
  }

  #arrived(message) {
    const sender = { id: senderKey(message), name: nameOfSender(message, this.#ui.t) };
    this.#announcer.said({ sender, text: message.content ?? '' });
  }
}
