import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FOLLOWED, nextToJoin, oneToLeave } from '../../../main/frontend/src/model/following.js';

const room = (slug, status, lastMessageId = null) => ({ slug, status, lastMessageId });

const many = (count, status) =>
  Array.from({ length: count }, (_, at) => room(`room-${at + 1}`, status, at + 1));

describe('the rooms a window follows', () => {
  it('are joined a few at a time, the open one first, then the liveliest', () => {
    const rooms = [
      room('a', 'idle', 3),
      room('b', 'idle', 9),
      room('c', 'idle'),
      ...many(9, 'idle'),
    ];
    assert.deepEqual(nextToJoin(rooms, 'c'), ['c', 'b', 'room-9', 'room-8']);
  });

  it('wait for those that are not answered yet', () => {
    const rooms = [...many(3, 'joining'), room('a', 'idle', 1), room('b', 'idle', 2)];
    assert.deepEqual(nextToJoin(rooms, null), ['b']);
    assert.deepEqual(nextToJoin([...rooms, room('c', 'joining')], null), []);
  });

  it('are not more than a connection may have, but always with the open one', () => {
    const rooms = [...many(FOLLOWED, 'live'), room('a', 'idle', 99), room('b', 'idle', 98)];
    assert.deepEqual(nextToJoin(rooms, 'b'), ['b']);
    assert.deepEqual(nextToJoin(rooms, null), []);
  });

  it('do not include those that are closed to the viewer', () => {
    assert.deepEqual(nextToJoin([room('a', 'refused')], 'a'), []);
  });

  it('give way for the open one, the quietest first', () => {
    assert.equal(oneToLeave(many(FOLLOWED, 'live'), null), null);
    assert.equal(oneToLeave(many(FOLLOWED + 1, 'live'), null), 'room-1');
    assert.equal(oneToLeave(many(FOLLOWED + 1, 'live'), 'room-1'), 'room-2');
  });
});
