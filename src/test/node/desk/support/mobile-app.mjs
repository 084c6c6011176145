import { randomUUID } from 'node:crypto';
import { bundled } from '../../clients/adapters/react-native.mjs';
import { cableUrl } from '../../clients/support/server.mjs';
import { socketsOf } from '../../clients/support/watched-socket.mjs';
import { camelCased } from './camel-case.mjs';
import { Told } from './told.mjs';
import { MobileStore } from './mobile-store.mjs';
import { Rest } from './rest.mjs';
import { AppSocket } from './sockets.mjs';

const PRESENCE = 20_000;

const { ActionCable, Cable } = await bundled('react-native-action-cable-1');
ActionCable.WebSocket = AppSocket;

/** The mobile app of somebody who answers at a desk, with the cable client that it ships. */
export class MobileApp extends Told {
  #address = cableUrl();
  #consumer;
  #presence;

  /** Signs in, reads the list, and opens the cable if everything for it was told. */
  static async start({ email, password }) {
    const { rest, user } = await Rest.signIn(email, password);
    const app = new MobileApp(rest, await rest.get('api/v1/profile'));
    const { id, pubsub_token, account_id } = user;
    if (!id || !pubsub_token || !account_id) throw new Error('Too little is told for the cable');
    await app.refresh();
    app.#open({ channel: 'RoomChannel', pubsub_token, account_id, user_id: id });
    await app.until('connected', () => app.connections > 0);
    return app;
  }

  /** Use `start`. */
  constructor(rest, profile) {
    super(profile.account_id);
    this.rest = rest;
    this.account = `api/v1/accounts/${profile.account_id}`;
    this.id = profile.id;
    this.store = new MobileStore(profile.id);
  }

  get sockets() {
    return socketsOf(this.#address);
  }

  /** What the app does on its start and when it comes to the foreground. */
  async refresh() {
    const query = 'assignee_type=all&status=all&page=1&sort_by=latest';
    const { data } = await this.rest.get(`${this.account}/conversations?${query}`);
    for (const conversation of data.payload) this.store.putConversation(camelCased(conversation));
    const notifications = `sort_order=desc&includes[]=snoozed&includes[]=read&page=1`;
    const bell = await this.rest.get(`${this.account}/notifications?${notifications}`);
    const { meta, payload } = camelCased(bell.data);
    if (meta.currentPage === '1') this.store.notifications = payload;
    this.store.unreadCount = meta.unreadCount;
    this.changed();
  }

  /** Opens a conversation's screen. */
  async show(conversation) {
    const { payload } = await this.rest.get(this.path(conversation, 'messages'));
    for (const message of payload) this.store.putMessage(camelCased(message));
    await this.rest.post(this.path(conversation, 'update_last_seen'));
    this.changed();
  }

  /**
   * Says something, which is shown before it is sent.
   *
   * @param beforeAnswer the server's answer is looked at after that
   */
  async say(conversation, content, beforeAnswer) {
    const echoId = randomUUID();
    const createdAt = Math.floor(Date.now() / 1000);
    const draft = { id: echoId, echoId, content, createdAt, messageType: 1, status: 'progress' };
    this.store.putMessage({ ...draft, conversationId: conversation });
    const said = await this.rest.post(this.path(conversation, 'messages'), {
      content,
      private: false,
      echo_id: echoId,
      content_attributes: {},
    });
    await beforeAnswer?.(echoId);
    this.store.putMessage({ ...camelCased(said), status: 'sent' });
    this.changed();
    return camelCased(said);
  }

  path(conversation, what) {
    return `${this.account}/conversations/${conversation}/${what}`;
  }

  close() {
    clearInterval(this.#presence);
    this.#consumer.disconnect();
    this.store.close();
  }

  take({ event, data }) {
    const reduce = this.store.reducers[event];
    reduce?.(event === 'presence.update' ? data : camelCased(data));
  }

  #open(identifier) {
    this.#consumer = ActionCable.createConsumer(this.#address);
    const cable = new Cable({});
    const channel = cable.setChannel(
      'RoomChannel',
      this.#consumer.subscriptions.create(identifier),
    );
    channel.on('connected', () => this.connected());
    channel.on('received', ({ event, data }) => this.hear({ event, data }));
    this.#presence = setInterval(() => channel.perform('update_presence'), PRESENCE);
  }
}
