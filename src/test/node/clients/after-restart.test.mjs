// A restart is no end: every client comes back by itself and goes on where it was.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { CLIENTS } from './adapters/index.mjs';
import { ECHO, FOLLOWING, STREAM } from './support/channels.mjs';
import { cableUrl, publish, restart } from './support/server.mjs';
import { socketsOf } from './support/watched-socket.mjs';

/** The longest that the slowest of the clients waits between two attempts, and some more. */
const COMES_BACK = 45_000;

function open(client) {
  const address = cableUrl();
  const connection = client.connect(address);
  const following = connection.subscribe({ channel: FOLLOWING });
  const echo = connection.subscribe({ channel: ECHO });
  return { address, connection, following, echo };
}

describe("after the server's restart", () => {
  let opened = [];

  before(async () => {
    opened = CLIENTS.map(open);
    const subscriptions = opened.flatMap(({ following, echo }) => [following, echo]);
    await Promise.all(subscriptions.map(({ inbox }) => inbox.next('connected')));
    await restart();
  });

  after(() => opened.forEach(({ connection }) => connection.close()));

  describe('every client', { concurrency: true }, () => {
    for (const [index, { name }] of CLIENTS.entries()) {
      it(`${name} is back with its subscriptions`, async () => {
        const { address, following, echo } = opened[index];
        await following.inbox.next('disconnected');
        await following.inbox.next('connected', undefined, COMES_BACK);
        await echo.inbox.next('connected', undefined, COMES_BACK);
        assert.equal(socketsOf(address)[0].readyState, WebSocket.CLOSED);

        const text = randomUUID();
        await publish(STREAM, { text });
        await following.inbox.next('received', (message) => message.text === text);
        echo.perform('echo', { text });
        await echo.inbox.next('received', ({ response }) => response === text);
      });
    }
  });
});
