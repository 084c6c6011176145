import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Conversations } from '../../../main/frontend/src/desk/model/conversations.js';

const ME = 1;

const conversation = (id, more = {}) => ({
  id,
  status: 'open',
  meta: { sender: { id: 40 + id, name: 'Zoe' }, assignee: { id: ME } },
  messages: [],
  unread_count: 0,
  last_activity_at: id,
  updated_at: id,
  ...more,
});

const meta = (mine) => ({ mine_count: mine, unassigned_count: 0, all_count: mine });
const ids = (list) => list.shown.map(({ id }) => id);

describe('the list of conversations', () => {
  it('has the liveliest first', () => {
    const list = new Conversations(ME);
    list.replace([conversation(1), conversation(2)], meta(2), 1);
    assert.deepEqual(ids(list), [2, 1]);
    list.said({ conversation_id: 1, conversation: { last_activity_at: 9, unread_count: 3 } });
    assert.deepEqual(ids(list), [1, 2]);
    assert.equal(list.get(1).unread_count, 3);
  });

  it('drops what no longer fits, and has it back', () => {
    const list = new Conversations(ME);
    list.replace([conversation(1)], meta(1), 1);
    list.put(conversation(1, { status: 'resolved', updated_at: 5 }));
    assert.deepEqual(ids(list), []);
    list.put(conversation(1, { updated_at: 6 }));
    assert.deepEqual(ids(list), [1]);
  });

  it('believes the newer of two tellings, whichever comes last', () => {
    const list = new Conversations(ME);
    list.put(conversation(1, { status: 'resolved', updated_at: 6 }));
    list.put(conversation(1, { updated_at: 5 }));
    assert.equal(list.get(1).status, 'resolved');
  });

  it('takes assignment to nobody for unassigned, told or left out', () => {
    const list = new Conversations(ME);
    list.choose({ assignee: 'unassigned' });
    list.put(conversation(1, { meta: { assignee: null } }));
    list.put(conversation(2, { meta: {} }));
    list.put(conversation(3));
    assert.deepEqual(ids(list), [2, 1]);
  });

  it('forgets what the server does not list any more, but not what is open', () => {
    const list = new Conversations(ME);
    list.replace([conversation(1), conversation(2)], meta(2), 1);
    list.kept = 2;
    list.replace([], meta(0), 1);
    assert.equal(list.get(1), null);
    assert.equal(list.get(2).id, 2);
  });

  it('knows whether there are more', () => {
    const list = new Conversations(ME);
    assert.equal(list.hasMore, false);
    list.replace([conversation(1)], meta(2), 1);
    assert.equal(list.hasMore, true);
    list.replace([conversation(1), conversation(2)], meta(2), 2);
    assert.equal(list.hasMore, false);
  });

  it('tells who is concerned by a message of a conversation that it does not know', () => {
    assert.equal(new Conversations(ME).said({ conversation_id: 1 }), false);
  });

  it('shows the last message that somebody has written', () => {
    const list = new Conversations(ME);
    list.put(conversation(1, { messages: [{ id: 1, message_type: 0, content: 'Hello' }] }));
    list.said({ id: 2, conversation_id: 1, message_type: 2, content: 'Resolved' });
    assert.equal(list.get(1).last.content, 'Hello');
    list.said({ id: 3, conversation_id: 1, message_type: 1, content: 'Bye' });
    assert.equal(list.get(1).last.content, 'Bye');
  });
});
