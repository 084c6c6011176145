// The extended protocol, as its own client speaks it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { anyCable } from './adapters/anycable-core.mjs';
import { ECHO, FOLLOWING, STREAM } from './support/channels.mjs';
import { cableUrl, publish } from './support/server.mjs';
import { socketsOf } from './support/watched-socket.mjs';

const client = anyCable('actioncable-v1-ext-json');

async function withConnection(use) {
  const address = cableUrl();
  const connection = client.connect(address);
  try {
    await use(connection, address);
  } finally {
    connection.close();
  }
}

async function echoes({ inbox, perform }) {
  const text = randomUUID();
  perform('echo', { text });
  await inbox.next('received', ({ response }) => response === text);
}

describe(client.name, () => {
  it('is welcomed with a session id, in the protocol that it asked for', () =>
    withConnection(async (connection, address) => {
      await connection.cable.connect();
      assert.equal(socketsOf(address)[0].protocol, 'actioncable-v1-ext-json');
      assert.match(connection.cable.sessionId, /./);
    }));

  it('subscribes with a request for history, which holds nothing up', () =>
    withConnection(async (connection) => {
      const echo = connection.subscribe({ channel: ECHO });
      await echo.inbox.next('connected');
      for (let since = 1; since <= 20; since += 1) {
        connection.cable.send({
          command: 'history',
          identifier: JSON.stringify({ channel: ECHO }),
          history: { since },
        });
      }
      await echoes(echo);
    }));

  it('is served by a connection that sends pongs', () =>
    withConnection(async (connection) => {
      const echo = connection.subscribe({ channel: ECHO });
      await echo.inbox.next('connected');
      connection.cable.send({ command: 'pong' });
      await echoes(echo);
    }));

  it('comes back with its subscriptions when its socket vanished', () =>
    withConnection(async (connection, address) => {
      const following = connection.subscribe({ channel: FOLLOWING });
      await following.inbox.next('connected');
      socketsOf(address)[0].terminate();
      await following.inbox.next('connected', undefined, 15_000);
      const text = randomUUID();
      await publish(STREAM, { text });
      await following.inbox.next('received', (message) => message.text === text);
      assert.equal(socketsOf(address).length, 2);
    }));
});
