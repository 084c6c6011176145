// A busy server must not look dead: clients give up on a connection that pings too late.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setInterval } from 'node:timers/promises';
import { CLIENTS } from './adapters/index.mjs';
import { railsActionCable } from './adapters/rails-actioncable.mjs';
import { FOLLOWING, SPEAKING } from './support/channels.mjs';
import { cableUrl } from './support/server.mjs';
import { socketsOf } from './support/watched-socket.mjs';

const WINDOW = 30_000;
const TICK = 20;
const BROADCASTS_PER_TICK = 5;
const PADDING = '·'.repeat(500);

function open(client, channel, parameters) {
  const address = cableUrl(parameters);
  const connection = client.connect(address);
  return { address, connection, ...connection.subscribe({ channel }) };
}

/** Talks without a pause; gives how much it said. */
async function talk(speaker, run) {
  const end = Date.now() + WINDOW;
  let said = 0;
  for await (const _ of setInterval(TICK)) {
    for (let i = 0; i < BROADCASTS_PER_TICK; i += 1) {
      speaker.perform('speak', { msg: `${run} ${said} ${PADDING}` });
      said += 1;
    }
    if (Date.now() >= end) break;
  }
  return said;
}

describe('under load for 30 s', () => {
  const run = randomUUID();
  let listeners = [];
  let refused = [];
  let speaker;
  let said = 0;

  before(async () => {
    listeners = CLIENTS.map((client) => open(client, FOLLOWING));
    speaker = open(railsActionCable('rails-actioncable-8'), SPEAKING);
    await Promise.all([...listeners, speaker].map(({ inbox }) => inbox.next('connected')));
    refused = CLIENTS.map((client) => open(client, FOLLOWING, { token: 'unknown' }));
    said = await talk(speaker, run);
  });

  after(() => [...listeners, ...refused, speaker].forEach(({ connection }) => connection.close()));

  for (const [index, { name, canBeDismissed }] of CLIENTS.entries()) {
    it(`${name} stays connected and hears everything in order`, async () => {
      const { address, inbox } = listeners[index];
      const last = said - 1;
      await inbox.next('received', ({ text }) => text.startsWith(`${run} ${last} `));
      const heard = inbox
        .all('received')
        .map(({ message }) => message.text.split(' '))
        .filter(([from]) => from === run)
        .map(([, number]) => Number(number));
      assert.deepEqual(
        heard,
        Array.from({ length: said }, (_, number) => number),
      );
      assert.equal(socketsOf(address).length, 1, 'sockets opened');
      assert.deepEqual(socketsOf(address)[0].failures, [], 'errors in handlers');
      assert.equal(inbox.all('disconnected').length, 0);
      assert.equal(inbox.all('connected').length, 1);
    });

    if (canBeDismissed) {
      it(`${name} stays away when its token is refused`, () => {
        const { address, inbox } = refused[index];
        assert.equal(socketsOf(address).length, 1, 'sockets opened');
        assert.equal(inbox.all('connected').length, 0);
      });
    }
  }
});
