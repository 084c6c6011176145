import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { badge, countUnread } from '../../../main/frontend/src/model/unread.js';
import { windowTitle } from '../../../main/frontend/src/format/title.js';
import { ADA, message, messages } from './messages.js';

const room = (changes) => ({
  messages: messages(1, 10),
  hasMore: false,
  lastReadId: 6,
  meId: ADA.id,
  reported: 0,
  ...changes,
});

describe('unread messages', () => {
  it('are those after the last one read', () => {
    assert.equal(countUnread(room()), 4);
  });

  it('are not those of the viewer', () => {
    assert.equal(
      countUnread(room({ messages: [...messages(1, 9), message(10, { sender: ADA })] })),
      3,
    );
  });

  it('are not those that were deleted', () => {
    assert.equal(
      countUnread(room({ messages: [...messages(1, 9), message(10, { deleted: true })] })),
      3,
    );
  });

  it('are all where nothing was read yet', () => {
    assert.equal(countUnread(room({ lastReadId: null })), 10);
  });

  it('are as many as the server counted where not all of them are loaded', () => {
    assert.equal(countUnread(room({ lastReadId: 0, hasMore: true, reported: 73 })), 73);
    assert.equal(countUnread(room({ messages: [], reported: 5 })), 5);
  });

  it('are counted here, whatever the server said earlier, where they are loaded', () => {
    assert.equal(countUnread(room({ lastReadId: 10, hasMore: true, reported: 73 })), 0);
  });

  it('show up to 99', () => {
    assert.equal(badge(99), '99');
    assert.equal(badge(100), '99+');
  });

  it('stand in the window title', () => {
    assert.equal(windowTitle({ unread: 0, room: 'General' }), 'General · Ropeway');
    assert.equal(windowTitle({ unread: 3, room: 'General' }), '(3) General · Ropeway');
    assert.equal(windowTitle({ unread: 300, room: undefined }), '(99+) Ropeway');
  });
});
