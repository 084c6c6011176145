import { onceAFrame } from '../dom/frame.js';
import { h } from '../dom/h.js';
import { roomInHash, hashOfRoom } from '../format/route.js';
import { windowTitle } from '../format/title.js';
import { Announcer } from './announcer.js';
import { PeoplePanel } from './people-panel.js';
import { RoomPane } from './room-pane.js';
import { Sidebar } from './sidebar.js';
import { Toast } from './toast.js';

const REFRESH_EVERY = 60_000;

/** The chat of a signed-in viewer: the rooms, the open one, and who is in it. */
export class ChatPage {
  #ui;
  #chat;
  #sidebar;
  #pane;
  #people;
  #announcer;
  #toast;
  #ended = new AbortController();
  #unsubscribe = [];
  #refreshTimer = null;

  constructor({ ui, chat }) {
    this.#ui = ui;
    this.#chat = chat;
    this.#announcer = new Announcer(ui, chat);
    this.#toast = new Toast(ui);
    const tell = (sentence) => this.#toast.show(sentence);
    this.#sidebar = new Sidebar({ ui, chat, tell });
    this.#people = new PeoplePanel({ ui, chat, tell });
    this.#pane = new RoomPane({ ui, chat, tell });
    this.element = h(
      'div',
      { class: 'chat' },
      this.#sidebar.element,
      this.#pane.element,
      this.#people.element,
      this.#announcer.element,
      this.#toast.element,
    );
  }

  shown() {
    const { signal } = this.#ended;
    const updateLists = onceAFrame(() => this.#updateLists());
    const updateRoom = onceAFrame(() => this.#updateRoom());
    this.#unsubscribe = [
      this.#chat.on('rooms', updateLists),
      this.#chat.on('room', updateRoom),
      this.#chat.on('open', () => this.#opened()),
      this.#chat.on('connection', () => this.#connectionChanged()),
      this.#chat.on('arrived', ({ session, message }) => this.#arrived(session, message)),
      this.#chat.on('refused', (sentence) => this.#toast.show(sentence)),
    ];
    addEventListener('hashchange', () => this.#follow(), { signal });
    addEventListener('focus', () => this.#refresh(), { signal });
    this.#refreshTimer = setInterval(() => this.#refreshIfSeen(), REFRESH_EVERY);
    this.#load();
  }

  close() {
    this.#ended.abort();
    clearInterval(this.#refreshTimer);
    for (const end of this.#unsubscribe) end();
    this.#pane.close();
    this.#people.close();
    this.#sidebar.close();
  }

  async #load() {
    this.#follow();
    this.#connectionChanged();
    if (!this.#chat.loaded) await this.#refresh();
    this.#updateLists();
  }

  async #refresh() {
    try {
      await this.#chat.refresh();
      if (!this.#chat.open) this.#openFirst();
      this.#pane.update();
    } catch {
      // The connection banner tells it already; the next turn tries again.
    }
  }

  #refreshIfSeen() {
    if (document.visibilityState === 'visible') this.#refresh();
  }

  /** The address of the page names the room, so that reload and the back button work. */
  #follow() {
    const slug = roomInHash(location.hash);
    if (slug) this.#chat.show(slug);
    else if (this.#chat.loaded) this.#openFirst();
  }

  /** Where the address names no room. One that it names and that is closed is told to be so. */
  #openFirst() {
    if (roomInHash(location.hash)) return;
    const { rooms } = this.#chat;
    const first = rooms.find(({ slug }) => slug === 'general') ?? rooms[0];
    if (!first) return;
    history.replaceState(null, '', hashOfRoom(first.slug));
    this.#chat.show(first.slug);
  }

  #opened() {
    this.#sidebar.roomOpened();
    this.#pane.opened();
    this.#people.opened();
    this.#updateLists();
  }

  #updateLists() {
    this.#sidebar.update();
    document.title = windowTitle({ unread: this.#chat.unread, room: this.#chat.open?.room.name });
  }

  #updateRoom() {
    this.#pane.update();
    this.#people.update();
  }

  #connectionChanged() {
    this.#pane.connectionChanged();
    this.#announcer.connectionChanged();
  }

  #arrived(session, message) {
    if (session === this.#chat.open) this.#announcer.said(message);
    this.#pane.arrived(session, message);
  }
}
