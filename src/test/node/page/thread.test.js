import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { threadRows } from '../../../main/frontend/src/thread/rows.js';
import { Thread } from '../../../main/frontend/src/thread/thread.js';

const ZOE = { type: 'contact', id: 7, name: 'Zoe' };
const BOB = { type: 'user', id: 7, name: 'Bob' };

const message = (id, more = {}) => ({
  id,
  content: `message ${id}`,
  message_type: 0,
  created_at: 1_700_000_000 + id,
  sender: ZOE,
  ...more,
});

const ids = (thread) => thread.messages.map(({ id }) => id);

describe('the thread of a conversation', () => {
  it('is in order, whatever comes first', () => {
    const thread = new Thread();
    thread.told(message(3));
    thread.add([message(1), message(2)]);
    assert.deepEqual(ids(thread), [1, 2, 3]);
  });

  it('has a message of one’s own once, if the request is answered first', () => {
    const thread = new Thread();
    thread.wait({ echoId: 'e', content: 'hi' });
    thread.answered(message(1, { echo_id: 'e' }));
    assert.equal(thread.told(message(1, { echo_id: 'e' })), false);
    assert.deepEqual(ids(thread), [1]);
    assert.deepEqual(thread.waiting, []);
  });

  it('has a message of one’s own once, if the cable tells it first', () => {
    const thread = new Thread();
    thread.wait({ echoId: 'e', content: 'hi' });
    assert.equal(thread.told(message(1, { echo_id: 'e', status: 'read' })), true);
    assert.deepEqual(thread.waiting, []);
    thread.answered(message(1, { echo_id: 'e', status: 'sent' }));
    assert.deepEqual(ids(thread), [1]);
    assert.equal(thread.messages[0].status, 'read');
  });

  it('does not take a late failure for one of a message that arrived', () => {
    const thread = new Thread();
    thread.wait({ echoId: 'e', content: 'hi' });
    thread.told(message(1, { echo_id: 'e' }));
    thread.failed('e', null);
    assert.deepEqual(thread.waiting, []);
  });

  it('shows days, activities, and messages of one sender together', () => {
    const thread = new Thread();
    thread.add([
      message(1),
      message(2),
      message(3, { sender: BOB, message_type: 1 }),
      message(4, { sender: BOB, message_type: 1, private: true }),
      message(5, { message_type: 2, sender: undefined }),
      message(6, { sender: BOB, message_type: 1 }),
    ]);
    thread.wait({ echoId: 'e', content: 'hi' });
    const rows = threadRows(thread, () => 'today');
    assert.deepEqual(
      rows.map(({ kind, joined }) => (joined ? `${kind}, joined` : kind)),
      ['day', 'message', 'message, joined', 'message', 'message', 'activity', 'message', 'waiting'],
    );
  });

  it('keeps apart a user and a contact of one number', () => {
    const thread = new Thread();
    thread.add([message(1, { sender: ZOE }), message(2, { sender: BOB, message_type: 1 })]);
    const rows = threadRows(thread, () => 'today');
    assert.equal(rows.at(-1).joined, false);
  });
});
