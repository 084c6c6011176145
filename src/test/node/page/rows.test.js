import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildRows } from '../../../main/frontend/src/model/rows.js';
import { ADA, BOB, message, messages } from './messages.js';

const rowsOf = (changes) =>
  buildRows({
    messages: [],
    waiting: [],
    unreadAfter: null,
    meId: ADA.id,
    dayKey: (moment) => moment.toISOString().slice(0, 10),
    ...changes,
  });

const kinds = (rows) => rows.map(({ kind }) => kind);

describe('the rows of the message list', () => {
  it('begin each day with its date', () => {
    const nextDay = message(2, { createdAt: '2025-03-04T08:00:00Z' });
    assert.deepEqual(kinds(rowsOf({ messages: [message(1), nextDay] })), [
      'day',
      'message',
      'day',
      'message',
    ]);
  });

  it('join what one person writes within five minutes', () => {
    const list = [
      message(1),
      message(3),
      message(4, { sender: ADA }),
      message(5, { sender: BOB }),
      message(11, { sender: BOB }),
    ];
    const joined = rowsOf({ messages: list })
      .slice(1)
      .map((row) => row.joined);
    assert.deepEqual(joined, [false, true, false, false, false]);
  });

  it('mark where unread messages of others begin', () => {
    const rows = rowsOf({ messages: messages(1, 4), unreadAfter: 2 });
    assert.deepEqual(kinds(rows), ['day', 'message', 'message', 'unread', 'message', 'message']);
  });

  it('put the mark before the first message of somebody else', () => {
    const list = [message(1), message(2, { sender: ADA }), message(3)];
    const rows = rowsOf({ messages: list, unreadAfter: 1 });
    assert.deepEqual(kinds(rows), ['day', 'message', 'message', 'unread', 'message']);
  });

  it('end with what is not sent yet', () => {
    const rows = rowsOf({ messages: [message(1)], waiting: [{ clientMessageId: 'a' }] });
    assert.deepEqual(kinds(rows), ['day', 'message', 'waiting']);
  });

  it('have keys of their own', () => {
    const rows = rowsOf({
      messages: messages(1, 100),
      unreadAfter: 50,
      waiting: [{ clientMessageId: 'a' }, { clientMessageId: 'b' }],
    });
    assert.equal(new Set(rows.map(({ key }) => key)).size, rows.length);
  });
});
