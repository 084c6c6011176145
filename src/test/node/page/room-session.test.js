import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { RoomSession } from '../../../main/frontend/src/live/room-session.js';
import { Room } from '../../../main/frontend/src/model/room.js';
import { ADA, ids, message, messages } from './messages.js';

const SUMMARY = { id: 7, slug: 'general', name: 'General', visibility: 'public', unread: 0 };

/** A cable whose other end is the test. */
class HandCable {
  performed = [];
  open = true;

  join(slug, callbacks) {
    this.callbacks = callbacks;
    return {
      perform: (action, data) => {
        if (this.open) this.performed.push({ action, ...data });
        return this.open;
      },
      unsubscribe() {},
    };
  }

  /** The server sends the room's state and confirms, as after each subscribe. */
  welcome(state = {}) {
    const data = { room: SUMMARY, members: [], messages: [], hasMore: false, typing: [], ...state };
    this.callbacks.received({ event: 'room.state', data });
    this.callbacks.connected();
  }

  send(event, data) {
    this.callbacks.received({ event, data });
  }
}

/** An API that serves messages 1 to 200. */
class HandApi {
  asked = [];

  async messages(slug, { before, after, limit }) {
    this.asked.push({ before, after, limit });
    const [from, to] =
      after === undefined
        ? [Math.max(1, before - limit), before - 1]
        : [after + 1, Math.min(200, after + limit)];
    return { messages: messages(from, to), hasMore: after === undefined ? from > 1 : to < 200 };
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a room session', () => {
  let cable;
  let api;
  let room;
  let session;

  beforeEach(() => {
    cable = new HandCable();
    api = new HandApi();
    room = new Room(SUMMARY, ADA);
    session = new RoomSession({ room, cable, api });
    session.watched = true;
    session.join();
  });

  const spoken = () => cable.performed.filter(({ action }) => action === 'speak');

  it('keeps what is written before the room is live, and then sends it in order', (t) => {
    t.after(() => session.leave());
    session.speak('one');
    session.speak('two');
    assert.deepEqual(spoken(), []);
    cable.welcome();
    assert.deepEqual(
      spoken().map(({ text }) => text),
      ['one', 'two'],
    );
  });

  it('sends again after a break, under the same id', (t) => {
    t.after(() => session.leave());
    cable.welcome();
    session.speak('hello');
    session.lost();
    cable.welcome();
    const [first, second] = spoken();
    assert.equal(spoken().length, 2);
    assert.equal(first.clientMessageId, second.clientMessageId);
  });

  it('does not send again what the server has', (t) => {
    t.after(() => session.leave());
    cable.welcome();
    session.speak('hello');
    const [{ clientMessageId }] = spoken();
    session.lost();
    cable.welcome({ messages: [message(1, { sender: ADA, clientMessageId })] });
    assert.equal(spoken().length, 1);
    assert.deepEqual(room.outbox.entries, []);
    assert.deepEqual(ids(room.timeline.messages), [1]);
  });

  it('fails a message the server leaves unanswered', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    cable.welcome();
    session.speak('hello');
    t.mock.timers.tick(14_000);
    assert.equal(room.outbox.entries[0].state, 'sending');
    t.mock.timers.tick(1_100);
    assert.equal(room.outbox.entries[0].state, 'failed');
  });

  it('shows a refusal, and sends anew when the viewer tries again', (t) => {
    t.after(() => session.leave());
    cable.welcome();
    session.speak('hello');
    const [{ clientMessageId }] = spoken();
    cable.send('error', { action: 'speak', clientMessageId, message: 'Not now.' });
    assert.equal(room.outbox.entries[0].state, 'failed');
    session.retry(clientMessageId);
    assert.equal(spoken().length, 2);
  });

  it('loads older messages before the first', async () => {
    cable.welcome({ messages: messages(151, 200), hasMore: true });
    await Promise.all([session.loadOlder(), session.loadOlder()]);
    assert.deepEqual(api.asked, [{ before: 151, after: undefined, limit: 50 }]);
    assert.deepEqual(ids(room.timeline.messages), ids(messages(101, 200)));
    assert.equal(room.timeline.hasMore, true);
  });

  it('drops a page that was asked for before everything changed', async () => {
    cable.welcome({ messages: messages(51, 100), hasMore: true });
    const loading = session.loadOlder();
    session.watched = false;
    session.lost();
    cable.welcome({ messages: messages(151, 200), hasMore: true });
    await loading;
    assert.equal(room.timeline.firstId, 151);
  });

  it('closes the gap after a break', async () => {
    cable.welcome({ messages: messages(1, 50), hasMore: false });
    session.lost();
    cable.welcome({ messages: messages(151, 200), hasMore: true });
    cable.send('message.created', message(201));
    await settled();
    assert.deepEqual(ids(room.timeline.messages), ids(messages(1, 201)));
    assert.equal(room.timeline.hasMore, false);
  });

  it('begins with the newest when the gap cannot be closed', async () => {
    cable.welcome({ messages: messages(1, 50), hasMore: false });
    session.lost();
    api.messages = async () => Promise.reject(new Error('no'));
    cable.welcome({ messages: messages(151, 200), hasMore: true });
    cable.send('message.created', message(201));
    await settled();
    assert.deepEqual(ids(room.timeline.messages), ids(messages(151, 201)));
    assert.equal(room.timeline.hasMore, true);
  });

  it('tells at once what was read, and then once a second', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
    cable.welcome({ messages: messages(1, 9) });
    session.sawUpTo(5);
    t.mock.timers.tick(0);
    session.sawUpTo(6);
    session.sawUpTo(7);
    t.mock.timers.tick(999);
    const read = () => cable.performed.filter(({ action }) => action === 'read');
    assert.deepEqual(
      read().map(({ messageId }) => messageId),
      [5],
    );
    t.mock.timers.tick(1);
    assert.deepEqual(
      read().map(({ messageId }) => messageId),
      [5, 7],
    );
  });

  it('tells what was read while there was no connection', () => {
    cable.welcome({ messages: messages(1, 9), lastReadMessageId: 3 });
    session.lost();
    room.readUpTo(9);
    cable.welcome({ messages: messages(1, 9), lastReadMessageId: 3 });
    assert.deepEqual(cable.performed, [{ action: 'read', messageId: 9 }]);
  });

  it('leaves a room that it need not follow, telling what was read', () => {
    cable.welcome({ messages: messages(1, 9) });
    session.sawUpTo(9);
    session.leave();
    assert.equal(room.status, 'idle');
    assert.deepEqual(cable.performed, [{ action: 'read', messageId: 9 }]);
  });

  it('says nothing about typing without a connection', () => {
    session.typed('hello');
    assert.deepEqual(cable.performed, []);
    cable.welcome();
    session.lost();
    session.stoppedTyping();
    assert.deepEqual(cable.performed, []);
  });
});
