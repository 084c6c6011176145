// What the client of the extended protocol can do beyond plain Action Cable.
import { createCable } from '@anycable/core';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { ANYBODY, HISTORY, PRESENCE, WHISPERING } from './support/channels.mjs';
import { Inbox } from './support/inbox.mjs';
import { jwt, signedName } from './support/secrets.mjs';
import { cableUrl, publish } from './support/server.mjs';
import { socketsOf, WatchedSocket } from './support/watched-socket.mjs';

const PROTOCOL = 'actioncable-v1-ext-json';

const inSeconds = (seconds) => Math.floor(Date.now() / 1000) + seconds;

/** Lends some cables, and closes them. */
async function withCables(count, use, options = {}, parameters = {}) {
  const addresses = Array.from({ length: count }, () => cableUrl(parameters));
  const cables = addresses.map((address) =>
    createCable(address, {
      protocol: PROTOCOL,
      websocketImplementation: WatchedSocket,
      logLevel: 'error',
      ...options,
    }),
  );
  try {
    await use(...cables, addresses);
  } finally {
    cables.forEach((cable) => cable.disconnect());
  }
}

/** What a channel is told, once it is subscribed. */
async function inboxOf(channel) {
  const inbox = new Inbox();
  channel.on('message', (message) => inbox.push('message', message));
  channel.on('presence', (news) => inbox.push('presence', news));
  channel.on('info', ({ type }) => inbox.push(type));
  await channel.ensureSubscribed();
  return inbox;
}

describe('@anycable/core in its own protocol', () => {
  it('is told what was published before it subscribed, once and in order', () => {
    const of = randomUUID();
    return withCables(
      1,
      async (cable) => {
        for (let number = 1; number <= 3; number += 1) {
          await publish(`history_${of}`, { number });
        }
        const inbox = await inboxOf(cable.subscribeTo(HISTORY, { of }));
        await inbox.next('history_received');
        await publish(`history_${of}`, { number: 4 });
        await inbox.next('message', ({ number }) => number === 4);
        const numbers = inbox.all('message').map(({ message }) => message.number);
        assert.deepEqual(numbers, [1, 2, 3, 4]);
      },
      { historyTimestamp: inSeconds(-60) },
    );
  });

  it('goes on where it was when its socket is cut', () => {
    const of = randomUUID();
    return withCables(1, async (cable, [address]) => {
      const inbox = await inboxOf(cable.subscribeTo(HISTORY, { of }));
      await publish(`history_${of}`, { number: 1 });
      await inbox.next('message', ({ number }) => number === 1);
      socketsOf(address)[0].terminate();
      for (let number = 2; number <= 20; number += 1) {
        await publish(`history_${of}`, { number });
      }
      await inbox.next('message', ({ number }) => number === 20, 20_000);
      const numbers = inbox.all('message').map(({ message }) => message.number);
      assert.deepEqual(
        numbers,
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    });
  });

  it('whispers to all others', () =>
    withCables(2, async (one, other) => {
      const speaker = one.subscribeTo(WHISPERING);
      const said = await inboxOf(speaker);
      const heard = await inboxOf(other.subscribeTo(WHISPERING));
      const text = randomUUID();
      await speaker.whisper({ text });
      await heard.next('message', (message) => message.text === text);
      assert.equal(said.all('message').filter(({ message }) => message.text === text).length, 0);
    }));

  it('is present, and knows who else is', () =>
    withCables(2, async (one, other) => {
      const of = randomUUID();
      const member = one.subscribeTo(PRESENCE, { of });
      const watcher = other.subscribeTo(PRESENCE, { of });
      const own = await inboxOf(member);
      const news = await inboxOf(watcher);
      await member.presence.join('42', { name: 'Vova' });
      const joined = { type: 'join', id: '42', info: { name: 'Vova' } };
      assert.deepEqual(await news.next('presence', ({ type }) => type === 'join'), joined);
      assert.deepEqual(await own.next('presence', ({ type }) => type === 'join'), joined);
      assert.deepEqual(await watcher.presence.info(), { 42: { name: 'Vova' } });
      await member.presence.leave();
      const left = await news.next('presence', ({ type }) => type === 'leave');
      assert.deepEqual(left, { type: 'leave', id: '42' });
    }));

  it('follows streams by public and by signed names', () =>
    withCables(1, async (cable) => {
      const name = randomUUID();
      const open = await inboxOf(cable.streamFrom(`public/${name}`));
      const signed = await inboxOf(cable.streamFromSigned(signedName(`signed/${name}`)));
      await publish(`public/${name}`, { text: 'open' });
      await publish(`signed/${name}`, { text: 'signed' });
      await open.next('message', ({ text }) => text === 'open');
      await signed.next('message', ({ text }) => text === 'signed');
      const wrong = cable.streamFromSigned(`${signedName(`signed/${name}`)}0`);
      await assert.rejects(wrong.ensureSubscribed());
    }));

  it('refreshes its token when that is over', () => {
    let refreshed = 0;
    return withCables(
      1,
      async (cable) => {
        const events = new Inbox();
        cable.on('connect', () => events.push('connect'));
        cable.on('close', (error) => events.push('close', error?.reason));
        const channel = cable.subscribeTo(ANYBODY);
        await channel.ensureSubscribed();
        assert.equal(await events.next('close'), 'token_expired');
        await events.next('connect');
        assert.equal(refreshed, 1);
      },
      {
        tokenRefresher: (transport) => {
          refreshed += 1;
          transport.setParam('jid', jwt({ user: '7' }, inSeconds(60)));
        },
      },
      { jid: jwt({ user: '7' }, inSeconds(2)) },
    );
  });
});
