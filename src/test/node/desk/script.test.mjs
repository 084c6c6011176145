// A program without a library, as phones' widget kits are: it offers no subprotocol, does not wait
// to be welcomed, and sends an action as an object where others send text.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { cableUrl } from '../clients/support/server.mjs';
import { MobileApp } from './support/mobile-app.mjs';
import { openShop } from './support/shop.mjs';
import { Told } from './support/told.mjs';
import { Visitor } from './support/visitor.mjs';

/** A contact's program that knows nothing but a token. */
class Script extends Told {
  #socket = new WebSocket(cableUrl());
  #identifier;

  constructor(identifier) {
    super();
    this.#identifier = JSON.stringify(identifier);
    this.#socket.on('open', () => this.#send({ command: 'subscribe' }));
    this.#socket.on('message', (data) => this.#frame(JSON.parse(data)));
  }

  /** Asks for something by the channel's action of that name. */
  perform(action, values = {}) {
    this.#send({ command: 'message', data: { ...values, action } });
  }

  close() {
    this.#socket.close();
  }

  accepts() {
    return true;
  }

  take() {}

  misses() {
    return [];
  }

  #frame({ type, identifier, message }) {
    if (identifier) assert.equal(identifier, this.#identifier);
    if (type === 'confirm_subscription') this.connected();
    if (message) this.hear(message);
  }

  #send(command) {
    this.#socket.send(JSON.stringify({ ...command, identifier: this.#identifier }));
  }
}

describe('a program without a library', () => {
  let app;
  let visitor;
  let script;
  let conversation;

  before(async () => {
    const shop = await openShop();
    app = await MobileApp.start(await shop.agent('Ann'));
    visitor = await Visitor.enter(shop, 'Vic');
    conversation = await visitor.begin();
    await app.until('told of it', () => app.store.conversations.has(conversation));
    script = new Script({ channel: 'RoomChannel', pubsub_token: visitor.token });
    await script.until('confirmed', () => script.connections === 1);
  });

  after(() => [app, visitor, script].forEach((program) => program?.close()));

  it('hears what an agent says', async () => {
    await app.say(conversation, 'Hello');
    const message = await script.hears('message.created');
    assert.equal(message.content, 'Hello');
    assert.equal(message.conversation_id, conversation);
  });

  it('asks who is there', async () => {
    const before = script.all('presence.update').length;
    script.perform('update_presence');
    await script.until('answered', () => script.all('presence.update').length > before);
    assert.equal(script.all('presence.update').at(-1).users[app.id], 'online');
  });
});
