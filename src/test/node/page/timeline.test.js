import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Timeline } from '../../../main/frontend/src/model/timeline.js';
import { ids, message, messages } from './messages.js';

describe('the timeline of a room', () => {
  it('keeps messages ascending whatever order they come in', () => {
    const timeline = new Timeline();
    timeline.putAll([message(3), message(1), message(2)]);
    assert.deepEqual(ids(timeline.messages), [1, 2, 3]);
    assert.equal(timeline.firstId, 1);
    assert.equal(timeline.lastId, 3);
  });

  it('holds each message once', () => {
    const timeline = new Timeline();
    assert.equal(timeline.put(message(1)), 'added');
    assert.equal(timeline.put(message(1)), 'changed');
    assert.equal(timeline.messages.length, 1);
  });

  it('lets an edit win over a page that was asked for before it', () => {
    const timeline = new Timeline();
    timeline.put(message(1, { text: 'new', updatedAt: '2025-03-03T12:00:00Z', edited: true }));
    assert.equal(timeline.put(message(1)), 'known');
    assert.equal(timeline.find(1).text, 'new');
  });

  it('never brings a deleted message back', () => {
    const timeline = new Timeline();
    timeline.put(message(1, { deleted: true, text: '' }));
    timeline.put(message(1, { updatedAt: '2025-03-03T12:00:00Z' }));
    assert.equal(timeline.find(1).deleted, true);
  });

  it('starts anew with a page, keeping only what came after the break', () => {
    const timeline = new Timeline();
    timeline.putAll(messages(1, 5));
    timeline.put(message(60));
    timeline.restart(messages(50, 59), true, 5);
    assert.deepEqual(ids(timeline.messages), [50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
    assert.equal(timeline.hasMore, true);
  });

  it('tells by its generation that an older answer no longer fits', () => {
    const timeline = new Timeline();
    const before = timeline.generation;
    timeline.restart([], false);
    assert.notEqual(timeline.generation, before);
  });
});
