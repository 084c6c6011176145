import { cableUrl } from '../../clients/support/server.mjs';
import { socketsOf } from '../../clients/support/watched-socket.mjs';
import { createConsumer } from './page-cable.mjs';
import { Rest } from './rest.mjs';
import { tooMuch } from './secrets.mjs';
import { Told } from './told.mjs';

/** A contact who talks by the public API and listens with nothing but a token. */
export class Visitor extends Told {
  #address = cableUrl();
  #consumer = createConsumer(this.#address);
  #rest = new Rest();
  #base;

  /** Comes in, and listens. */
  static async enter(shop, name) {
    const contacts = `public/api/v1/inboxes/${shop.inbox.inbox_identifier}/contacts`;
    const session = await new Rest().post(contacts, {
      name,
      email: `${crypto.randomUUID()}@a.example`,
    });
    const visitor = new Visitor(`${contacts}/${session.source_id}/conversations`, session);
    visitor.#open(session.pubsub_token);
    await visitor.until('connected', () => visitor.connections > 0);
    return visitor;
  }

  /** Use `enter`. */
  constructor(base, { id, name, pubsub_token }) {
    super();
    this.#base = base;
    this.id = id;
    this.name = name;
    this.token = pubsub_token;
  }

  get sockets() {
    return socketsOf(this.#address);
  }

  /** Begins a conversation; gives its number. */
  async begin() {
    const { id } = await this.#rest.post(this.#base);
    return id;
  }

  say(conversation, content) {
    return this.#rest.post(`${this.#base}/${conversation}/messages`, { content });
  }

  type(conversation, typing_status) {
    return this.#rest.post(`${this.#base}/${conversation}/toggle_typing`, { typing_status });
  }

  read(conversation) {
    return this.#rest.post(`${this.#base}/${conversation}/update_last_seen`);
  }

  messages(conversation) {
    return this.#rest.get(`${this.#base}/${conversation}/messages`);
  }

  close() {
    this.#consumer.disconnect();
  }

  /** Takes what is told as it is, whatever the account. */
  take() {}

  misses(event) {
    return tooMuch(event);
  }

  #open(pubsub_token) {
    this.#consumer.subscriptions.create(
      { channel: 'RoomChannel', pubsub_token },
      { connected: () => this.connected(), received: (event) => this.hear(event) },
    );
  }
}
