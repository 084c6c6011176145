import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEvent } from '../../../main/frontend/src/model/room-events.js';
import { Room } from '../../../main/frontend/src/model/room.js';
import { ADA, BOB, ids, message, messages } from './messages.js';

const SUMMARY = { id: 7, slug: 'general', name: 'General', visibility: 'public', unread: 0 };

function room() {
  const made = new Room(SUMMARY, { ...ADA, role: 'user' });
  made.welcome(
    {
      room: SUMMARY,
      members: [
        { ...ADA, role: 'member', online: true },
        { ...BOB, role: 'moderator', online: false },
      ],
      lastReadMessageId: 5,
      typing: [],
    },
    0,
  );
  made.timeline.restart(messages(1, 8), false);
  return made;
}

const apply = (to, event, data) => applyEvent(to, { event, data }, 0);

describe('a room', () => {
  it('takes a new message and tells that it arrived', () => {
    const general = room();
    assert.equal(apply(general, 'message.created', message(9)).arrived.id, 9);
    assert.equal(apply(general, 'message.created', message(9)).arrived, null);
    assert.deepEqual(ids(general.timeline.messages), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('settles the message the viewer sent', () => {
    const general = room();
    general.outbox.add({ clientMessageId: 'a', text: 'hello' });
    apply(general, 'message.created', message(9, { sender: ADA, clientMessageId: 'a' }));
    assert.deepEqual(general.outbox.entries, []);
  });

  it('does not mistake an equal client id of somebody else for its own', () => {
    const general = room();
    general.outbox.add({ clientMessageId: 'a', text: 'hello' });
    apply(general, 'message.created', message(9, { clientMessageId: 'a' }));
    assert.equal(general.outbox.entries.length, 1);
  });

  it('stays without holes when news of an old message comes', () => {
    const general = room();
    general.timeline.restart(messages(101, 150), true);
    apply(general, 'message.updated', message(3, { text: 'changed' }));
    assert.equal(general.timeline.firstId, 101);
  });

  it('shows edits and deletions', () => {
    const general = room();
    const updatedAt = '2025-03-03T12:00:00Z';
    apply(general, 'message.updated', message(2, { text: 'better', updatedAt, edited: true }));
    apply(general, 'message.deleted', message(3, { text: '', updatedAt, deleted: true }));
    assert.equal(general.timeline.find(2).text, 'better');
    assert.equal(general.timeline.find(3).deleted, true);
  });

  it('knows who is here', () => {
    const general = room();
    apply(general, 'member.joined', { user: BOB });
    apply(general, 'member.joined', { user: { id: 3, name: 'Cyd' } });
    assert.deepEqual(
      general.people.online.map(({ name }) => name),
      ['Ada', 'Bob', 'Cyd'],
    );
    apply(general, 'member.left', { user: ADA });
    assert.deepEqual(
      general.people.away.map(({ name }) => name),
      ['Ada'],
    );
    assert.equal(general.people.find(BOB.id).role, 'moderator');
  });

  it('leaves it to the server to end typing, which may be of the next message', () => {
    const general = room();
    apply(general, 'typing.on', { user: BOB });
    assert.deepEqual(general.typists.names(ADA.id, 0), ['Bob']);
    apply(general, 'message.created', message(9));
    assert.deepEqual(general.typists.names(ADA.id, 0), ['Bob']);
    apply(general, 'typing.off', { user: BOB });
    assert.deepEqual(general.typists.names(ADA.id, 0), []);
  });

  it('counts as read what the viewer read in another window', () => {
    const general = room();
    assert.equal(general.unread, 3);
    apply(general, 'message.read', { user: ADA, messageId: 7 });
    assert.equal(general.unread, 1);
  });

  it('never takes back what was read', () => {
    const general = room();
    general.readUpTo(8);
    general.update({ ...SUMMARY, lastReadMessageId: 2 });
    assert.equal(general.lastReadId, 8);
  });

  it('shows how far the others have read, not on their own messages', () => {
    const general = room();
    apply(general, 'message.created', message(9, { sender: ADA }));
    apply(general, 'message.read', { user: BOB, messageId: 9 });
    const placed = general.marks.placedOn(general.timeline.messages, ADA.id);
    assert.deepEqual([...placed], [[9, [BOB]]]);
    apply(general, 'message.created', message(10));
    apply(general, 'message.read', { user: BOB, messageId: 10 });
    assert.equal(general.marks.placedOn(general.timeline.messages, ADA.id).size, 0);
  });

  it('fails the message a refusal names, and tells of any other that was asked for', () => {
    const general = room();
    general.outbox.add({ clientMessageId: 'a', text: 'hello' });
    const refusal = { action: 'speak', clientMessageId: 'a', message: 'Too long.' };
    assert.equal(apply(general, 'error', refusal).error, null);
    assert.equal(general.outbox.entries[0].reason, 'Too long.');
    assert.equal(apply(general, 'error', { action: 'edit', message: 'No.' }).error, 'No.');
    assert.equal(apply(general, 'error', { action: 'typing', message: 'Slow.' }).error, null);
  });

  it('ignores events it does not know', () => {
    assert.deepEqual(apply(room(), 'room.renamed', {}), {});
  });

  it('lets moderators and administrators moderate', () => {
    const general = room();
    assert.equal(general.moderates, false);
    assert.equal(new Room(SUMMARY, { ...ADA, role: 'admin' }).moderates, true);
  });
});
