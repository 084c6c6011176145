import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Notices } from '../../../main/frontend/src/desk/model/notices.js';

const notice = (id, about) => ({ id, primary_actor_id: about, last_activity_at: id, read_at: null });
const told = (id, about, unread = 1) => ({ notification: notice(id, about), unread_count: unread });
const ids = (notices) => notices.list.map(({ id }) => id);

describe('what an agent is told of', () => {
  it('stands there newest first', () => {
    const notices = new Notices();
    notices.replace({ meta: { unread_count: 2 }, payload: [notice(1, 7), notice(2, 8)] });
    notices.put(told(3, 9, 3));
    assert.deepEqual(ids(notices), [3, 2, 1]);
    assert.equal(notices.unread, 3);
  });

  it('is the newest of a conversation, even before the end of the one before is told', () => {
    const notices = new Notices();
    notices.put(told(1, 7));
    notices.put(told(2, 7));
    assert.deepEqual(ids(notices), [2]);
    notices.remove({ notification: { id: 1 }, unread_count: 1 });
    assert.deepEqual(ids(notices), [2]);
  });

  it('changes where it stands', () => {
    const notices = new Notices();
    notices.put(told(1, 7));
    notices.put({ notification: { ...notice(1, 7), read_at: 'now' }, unread_count: 0 });
    assert.deepEqual(
      notices.list.map(({ read_at: at }) => at),
      ['now'],
    );
    assert.equal(notices.unread, 0);
  });

  it('is all read at once, of which nothing is told', () => {
    const notices = new Notices();
    notices.put(told(1, 7));
    notices.put(told(2, 8, 2));
    notices.allRead('2026-01-01T00:00:00.000Z');
    assert.equal(notices.unread, 0);
    assert.ok(notices.list.every(({ read_at: readAt }) => readAt !== null));
  });
});
