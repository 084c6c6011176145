// What an application does with its client library, with every library.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { CLIENTS } from './adapters/index.mjs';
import { ALSO_FOLLOWING, CHAT, ECHO, FOLLOWING, REJECTING, STREAM } from './support/channels.mjs';
import { cableUrl, publish, signIn } from './support/server.mjs';
import { socketsOf } from './support/watched-socket.mjs';

/** Lends a connection, which must have done with one socket and without an error. */
async function withConnection(client, parameters, use) {
  const address = cableUrl(parameters);
  const connection = client.connect(address);
  try {
    await use(connection);
    const sockets = socketsOf(address);
    assert.equal(sockets.length, 1, 'sockets opened');
    assert.deepEqual(sockets[0].failures, [], 'errors in handlers');
  } finally {
    connection.close();
  }
}

async function subscribed(connection, channel, parameters = {}) {
  const subscription = connection.subscribe({ channel, ...parameters });
  await subscription.inbox.next('connected');
  return subscription;
}

async function echoes(connection) {
  const text = randomUUID();
  const subscription = await subscribed(connection, ECHO);
  subscription.perform('echo', { text });
  await subscription.inbox.next('received', ({ response }) => response === text);
}

const received = (subscription, text) =>
  subscription.inbox.next('received', (message) => message.text === text);

for (const client of CLIENTS) {
  describe(client.name, () => {
    it('performs an action and receives its answer', () => withConnection(client, {}, echoes));

    it('receives what is broadcast', () =>
      withConnection(client, {}, async (connection) => {
        const subscription = await subscribed(connection, FOLLOWING);
        const text = `ünïcödé 🚡 ${randomUUID()}`;
        await publish(STREAM, { text });
        await received(subscription, text);
      }));

    it('is told that it was rejected, and works on', () =>
      withConnection(client, {}, async (connection) => {
        const rejected = connection.subscribe({ channel: REJECTING });
        await rejected.inbox.next('rejected');
        await echoes(connection);
        assert.equal(rejected.inbox.all('connected').length, 0);
        assert.equal(rejected.inbox.all('rejected').length, 1);
      }));

    it('hears nothing of a channel that it left, and all of the others', () =>
      withConnection(client, {}, async (connection) => {
        const left = await subscribed(connection, FOLLOWING);
        const kept = await subscribed(connection, ALSO_FOLLOWING);
        left.unsubscribe();
        await echoes(connection); // commands run in order: now the server knows
        const [text, last] = [randomUUID(), randomUUID()];
        await publish(STREAM, { text });
        await publish(STREAM, { text: last });
        await received(kept, text);
        await received(kept, last);
        const heard = left.inbox.all('received').map(({ message }) => message.text);
        assert.ok(!heard.includes(text), 'heard a channel that it left');
      }));

    it('leaves a channel and joins it again at once', () =>
      withConnection(client, {}, async (connection) => {
        const first = await subscribed(connection, FOLLOWING);
        first.unsubscribe();
        const second = await subscribed(connection, FOLLOWING);
        await echoes(connection);
        const text = randomUUID();
        await publish(STREAM, { text });
        await received(second, text);
      }));

    it('keeps two subscriptions of one channel apart', () =>
      withConnection(client, {}, async (connection) => {
        const one = await subscribed(connection, FOLLOWING, { id: 1 });
        const two = await subscribed(connection, FOLLOWING, { id: 2 });
        const text = randomUUID();
        await publish(STREAM, { text });
        await Promise.all([received(one, text), received(two, text)]);
        await echoes(connection);
        for (const { inbox } of [one, two]) {
          const copies = inbox.all('received').filter(({ message }) => message.text === text);
          assert.equal(copies.length, 1);
        }
      }));

    it('shares one subscription between two parts of an application', () =>
      withConnection(client, {}, async (connection) => {
        const one = await subscribed(connection, FOLLOWING);
        const other = await subscribed(connection, FOLLOWING);
        one.unsubscribe();
        await echoes(connection);
        const text = randomUUID();
        await publish(STREAM, { text });
        await received(other, text);
      }));

    it('talks in a chat room', async () => {
      const token = await signIn();
      await withConnection(client, { token }, async (connection) => {
        const room = connection.subscribe({ channel: CHAT, room: 'general' });
        const state = await room.inbox.next('received', ({ event }) => event === 'room.state');
        assert.equal(state.data.room.slug, 'general');
        const clientMessageId = randomUUID();
        room.perform('speak', { text: 'Hello there', clientMessageId });
        const created = await room.inbox.next(
          'received',
          ({ event, data }) =>
            event === 'message.created' && data.clientMessageId === clientMessageId,
        );
        assert.equal(created.data.text, 'Hello there');
      });
    });
  });
}
