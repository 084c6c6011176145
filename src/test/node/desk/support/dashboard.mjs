import { randomUUID } from 'node:crypto';
import { cableUrl } from '../../clients/support/server.mjs';
import { socketsOf } from '../../clients/support/watched-socket.mjs';
import { DashboardStore } from './dashboard-store.mjs';
import { createConsumer } from './page-cable.mjs';
import { Rest } from './rest.mjs';
import { Resync } from './resync.mjs';
import { Told } from './told.mjs';

const PRESENCE = 20_000;

/** Seconds that are asked for beyond those of a break, for clocks that differ. */
const MARGIN = 15;

/** The dashboard of somebody who answers at a desk, which asks again after a break. */
export class Dashboard extends Told {
  /** How often it has asked again for what a break may have hidden. */
  resyncs = 0;

  #address = cableUrl();
  #consumer = createConsumer(this.#address);
  #presence;
  #resync = new Resync(this.#consumer, (seconds) => this.#askAgain(seconds));

  /** Signs in, reads its lists, and listens. */
  static async start({ email, password }) {
    const { rest, user } = await Rest.signIn(email, password);
    const { payload } = await rest.get('auth/validate_token');
    const dashboard = new Dashboard(rest, payload.data);
    await dashboard.#readLists();
    dashboard.#open(user);
    await dashboard.until('connected', () => dashboard.connections > 0);
    return dashboard;
  }

  /** Use `start`. */
  constructor(rest, { id, account_id }) {
    super(account_id);
    this.rest = rest;
    this.id = id;
    this.account = `api/v1/accounts/${account_id}`;
    this.store = new DashboardStore();
  }

  get sockets() {
    return socketsOf(this.#address);
  }

  /** Opens a conversation, which stays the active one. */
  async show(conversation) {
    this.active = conversation;
    const { payload } = await this.rest.get(this.path(conversation, 'messages'));
    for (const message of payload) this.store.putMessage(message);
    this.changed();
  }

  /** Says something, which is shown before it is sent; see the mobile app. */
  async say(conversation, content, beforeAnswer) {
    const echo = randomUUID();
    const created_at = Math.floor(Date.now() / 1000);
    const draft = { id: echo, echo_id: echo, content, created_at, message_type: 1 };
    this.store.putMessage({ ...draft, conversation_id: conversation, status: 'progress' });
    const body = { content, private: false, echo_id: echo };
    const said = await this.rest.post(this.path(conversation, 'messages'), body);
    await beforeAnswer?.(echo);
    this.store.putMessage({ ...said, status: 'sent' });
    this.changed();
    return said;
  }

  path(conversation, what) {
    return `${this.account}/conversations/${conversation}/${what}`;
  }

  close() {
    this.#resync.end();
    clearTimeout(this.#presence);
    this.#consumer.disconnect();
  }

  take({ event, data }) {
    this.store.reducers[event]?.(data);
  }

  #open({ id, account_id, pubsub_token }) {
    const channel = this.#consumer.subscriptions.create(
      { channel: 'RoomChannel', pubsub_token, account_id, user_id: id },
      {
        connected: () => this.connected(),
        disconnected: () => this.#resync.broken(),
        received: (event) => this.hear(event),
      },
    );
    const present = () => {
      channel.perform('update_presence');
      this.#presence = setTimeout(present, PRESENCE);
    };
    this.#presence = setTimeout(present, PRESENCE);
  }

  async #askAgain(seconds) {
    await this.#readConversations(`updated_within=${seconds + MARGIN}`);
    if (this.active) {
      const after = this.store.lastMessage(this.active);
      const newer = await this.rest.get(this.path(this.active, `messages?after=${after}`));
      for (const message of newer.payload) this.store.putMessage(message);
    }
    await this.#readNotifications();
    const { cache_keys } = await this.rest.get(`${this.account}/cache_keys`);
    this.store.cacheKeys = cache_keys;
    this.resyncs += 1;
    this.changed();
  }

  async #readLists() {
    await this.#readConversations('page=1');
    await this.#readNotifications();
    const { cache_keys } = await this.rest.get(`${this.account}/cache_keys`);
    this.store.cacheKeys = cache_keys;
  }

  async #readConversations(which) {
    const query = `assignee_type=all&status=all&${which}`;
    const { data } = await this.rest.get(`${this.account}/conversations?${query}`);
    for (const conversation of data.payload) this.store.putConversation(conversation);
  }

  async #readNotifications() {
    const { data } = await this.rest.get(`${this.account}/notifications?page=1`);
    this.store.notifications = new Map(data.payload.map((one) => [one.id, one]));
    this.store.unreadCount = data.meta.unread_count;
  }
}
