import { randomUUID } from 'node:crypto';
import { cableUrl } from '../../clients/support/server.mjs';
import { socketsOf } from '../../clients/support/watched-socket.mjs';
import { createConsumer } from './page-cable.mjs';
import { Resync } from './resync.mjs';
import { Rest } from './rest.mjs';
import { tooMuch } from './secrets.mjs';
import { Told } from './told.mjs';
import { WidgetStore } from './widget-store.mjs';

/** The widget on a page of a website, which asks for what it missed after a break. */
export class Widget extends Told {
  store = new WidgetStore();

  /** How often it has asked again for what a break may have hidden. */
  resyncs = 0;

  #address = cableUrl();
  #consumer = createConsumer(this.#address);
  #rest;
  #query;
  #resync = new Resync(this.#consumer, () => this.#askAgain());

  /**
   * Opens on a page of the shop's website.
   *
   * @param token what an earlier page has kept of this visitor; none for a new one
   */
  static async open(shop, token) {
    const query = `website_token=${shop.inbox.website_token}`;
    const before = token ? { 'x-auth-token': token } : {};
    const config = await new Rest(before).post(`api/v1/widget/config?${query}`);
    const widget = new Widget(query, config);
    await widget.#read();
    widget.#listen(config.contact.pubsub_token);
    await widget.until('connected', () => widget.connections > 0);
    return widget;
  }

  /** Use `open`. */
  constructor(query, { website_channel_config, contact }) {
    super();
    this.#query = query;
    this.#rest = new Rest({ 'x-auth-token': website_channel_config.auth_token });
    this.token = website_channel_config.auth_token;
    this.id = contact.id;
  }

  get sockets() {
    return socketsOf(this.#address);
  }

  /** Says something, which is shown before it is sent; the first begins a conversation. */
  async say(content, beforeAnswer) {
    const draft = `temporary ${randomUUID()}`;
    this.store.messages.set(draft, { id: draft, content, status: 'in_progress', message_type: 0 });
    const message = {
      content,
      timestamp: new Date().toString(),
      referer_url: 'https://a.example/',
    };
    const said = await this.#rest.post(this.#at('messages'), { message });
    await beforeAnswer?.(said);
    this.store.messages.delete(draft);
    this.store.putMessage(said);
    if (!this.store.conversation.id) await this.#readConversation();
    this.changed();
    return said;
  }

  type(typing_status) {
    return this.#rest.post(this.#at('conversations/toggle_typing'), { typing_status });
  }

  read() {
    return this.#rest.post(this.#at('conversations/update_last_seen'));
  }

  /** Ends the conversation. */
  resolve() {
    return this.#rest.get(this.#at('conversations/toggle_status'));
  }

  close() {
    this.#resync.end();
    this.#consumer.disconnect();
  }

  /** Takes what is told of whatever account. */
  accepts() {
    return true;
  }

  take({ event, data }) {
    this.store.reducers[event]?.(data);
  }

  misses(event) {
    return tooMuch(event);
  }

  #at(what) {
    return `api/v1/widget/${what}${what.includes('?') ? '&' : '?'}${this.#query}`;
  }

  async #askAgain() {
    await this.#read();
    this.resyncs += 1;
    this.changed();
  }

  async #read() {
    const last = this.store.lastMessage();
    const { payload } = await this.#rest.get(
      this.#at(last ? `messages?after=${last}` : 'messages'),
    );
    for (const message of payload) this.store.putMessage(message);
    await this.#readConversation();
  }

  async #readConversation() {
    const { id, status } = await this.#rest.get(this.#at('conversations'));
    this.store.conversation = { id, status };
  }

  #listen(pubsub_token) {
    this.#consumer.subscriptions.create(
      { channel: 'RoomChannel', pubsub_token },
      {
        connected: () => this.connected(),
        disconnected: () => this.#resync.broken(),
        received: (event) => this.hear(event),
      },
    );
  }
}
