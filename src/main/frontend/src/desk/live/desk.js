import { Refresher } from '../../live/refresher.js';
import { Emitter } from '../../model/emitter.js';
import { senderKey } from '../../thread/kinds.js';
import { ThreadSession } from '../../thread/thread-session.js';
import { Conversations } from '../model/conversations.js';
import { Notices } from '../model/notices.js';
import { Presence } from '../model/presence.js';
import { ConversationList } from './conversation-list.js';

/**
 * Everything of a signed-in agent: the conversations, the open one, who is there, and what the
 * agent is told of.
 *
 * Emits `list`, `presence` and `notices` when these changed, `open` when another conversation was
 * opened, `thread` when the open one changed, `arrived` with a new message of others in it,
 * `refused` with an error, and `connection` with the cable's state.
 */
export class Desk extends Emitter {
  presence = new Presence();
  notices = new Notices();

  /** The session of the open conversation, or null. */
  open = null;

  #list;
  #thread = new Refresher(() => this.open?.catchUp());
  #noticeList = new Refresher(async () => {
    this.notices.replace(await this.api.notices());
    this.emit('notices');
  });
  #wasConnected = false;
  #reading = new Set();

  constructor({ me, api, cable }) {
    super();
    this.me = me;
    this.api = api;
    this.cable = cable;
    this.conversations = new Conversations(me.id);
    this.#list = new ConversationList(api, this.conversations);
    this.#list.on('changed', () => this.emit('list'));
    this.#list.on('failed', (error) => this.emit('refused', error));
    cable.on('lost', () => this.open?.lost());
    cable.on('state', (state) => this.emit('connection', state));
    const { pubsub_token: token } = me;
    cable.follow(
      { channel: 'RoomChannel', pubsub_token: token, account_id: me.account_id, user_id: me.id },
      {
        connected: () => this.#connected(),
        rejected: () => this.emit('refused', { status: 403 }),
        received: ({ event, data }) => this.#told(event, data),
      },
    );
  }

  /** Shows another conversation, or none for null. */
  show(id) {
    if (this.open?.id === id) return;
    this.open = id === null ? null : this.#session(id);
    this.conversations.kept = id;
    this.emit('open');
    if (this.open) this.#load(this.open);
  }

  /** Which conversations to list. */
  choose(filter) {
    this.conversations.choose(filter);
    this.emit('list');
    this.#list.refresh();
  }

  loadMore() {
    return this.#list.more();
  }

  /** Gives the open conversation to an agent, or to nobody for null. */
  assign(assigneeId) {
    return this.#change((id) => this.api.assign(id, assigneeId));
  }

  setStatus(status) {
    return this.#change((id) => this.api.setStatus(id, status));
  }

  async setAvailability(availability) {
    this.me.availability = availability;
    await this.#tried(() => this.api.availability(availability));
  }

  async readNotice({ id, read_at: readAt }) {
    if (readAt || this.#reading.has(id)) return;
    this.#reading.add(id);
    await this.#tried(() => this.api.noticeRead(id));
    this.#reading.delete(id);
  }

  /** The agent looks at the open conversation and need not be told of it. */
  readNoticesOfOpen() {
    for (const notice of this.notices.list) {
      if (notice.primary_actor.id === this.open?.id) this.readNotice(notice);
    }
  }

  async readAllNotices() {
    await this.#tried(async () => {
      await this.api.allNoticesRead();
      this.notices.allRead(new Date().toISOString());
      this.emit('notices');
    });
    this.#noticeList.now();
  }

  close() {
    for (const kept of [this.#list, this.#thread, this.#noticeList]) kept.close();
    this.cable.close();
  }

  #session(id) {
    const session = new ThreadSession({ id, api: this.api });
    session.on('changed', () => session === this.open && this.emit('thread'));
    session.on('seen', (conversation) => {
      this.conversations.put(conversation);
      this.emit('list');
    });
    session.on('arrived', (message) => {
      const mine = senderKey(message) === `user:${this.me.id}`;
      if (session === this.open && !mine) this.emit('arrived', message);
    });
    return session;
  }

  async #load(session) {
    const { id } = session;
    await session.load();
    if (session.refused || this.conversations.get(id)) return;
    // It may be of a kind that the list does not show.
    await this.#tried(async () => this.conversations.put(await this.api.conversation(id)));
    this.emit('list');
    this.emit('thread');
  }

  /** The cable tells again what was missed for a while only, so that all is asked for. */
  #connected() {
    if (this.#wasConnected || !this.conversations.loaded) this.#list.refresh();
    if (this.#wasConnected) this.#thread.now();
    this.#wasConnected = true;
    this.#noticeList.now();
  }

  #told(event, data) {
    if (data?.account_id !== this.me.account_id) return;
    const [subject] = event.split('.');
    if (subject === 'message') this.#toldMessage(data);
    else if (event === 'conversation.typing_on') this.#toldTyping(data, true);
    else if (event === 'conversation.typing_off') this.#toldTyping(data, false);
    else if (event === 'presence.update') this.#toldPresence(data);
    else if (subject === 'notification') this.#toldNotice(event, data);
    else if (isConversation(subject)) this.#toldConversation(data);
  }

  #toldMessage(message) {
    if (!this.conversations.said(message)) this.#list.refreshSoon();
    else this.emit('list');
    if (message.conversation_id === this.open?.id) this.open.told(message);
  }

  #toldConversation(conversation) {
    this.conversations.put(conversation);
    this.emit('list');
    this.#list.refreshSoon(); // for the counts, which nobody tells
    if (conversation.id === this.open?.id) this.emit('thread');
  }

  #toldTyping({ conversation, user }, types) {
    if (conversation.id === this.open?.id) this.open.type(user, types);
  }

  #toldPresence(data) {
    this.presence.told(data);
    this.emit('presence');
  }

  #toldNotice(event, data) {
    if (event === 'notification.deleted') this.notices.remove(data);
    else this.notices.put(data);
    this.emit('notices');
    this.#noticeList.soon(); // what it tells of the count may be over
  }

  async #change(request) {
    if (!this.open) return;
    await this.#tried(() => request(this.open.id));
  }

  async #tried(request) {
    try {
      await request();
    } catch (error) {
      this.emit('refused', error);
    }
  }
}

function isConversation(subject) {
  return subject === 'conversation' || subject === 'assignee' || subject === 'team';
}
