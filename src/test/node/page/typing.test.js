import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TypingSignal } from '../../../main/frontend/src/model/typing-signal.js';
import { Typists } from '../../../main/frontend/src/model/typists.js';
import { ADA, BOB } from './messages.js';

describe('telling that the viewer types', () => {
  it('says so with the first letter and then at most every three seconds', () => {
    const signal = new TypingSignal();
    const said = [0, 500, 2_999, 3_000, 3_100].map((now) => signal.changed('hi', now));
    assert.deepEqual(said, [true, null, null, true, null]);
  });

  it('says once that it ended when the text is emptied', () => {
    const signal = new TypingSignal();
    signal.changed('hi', 0);
    assert.equal(signal.changed('  ', 100), false);
    assert.equal(signal.changed('', 200), null);
  });

  it('says that it ended when the viewer leaves the field, if it had begun', () => {
    const signal = new TypingSignal();
    assert.equal(signal.ended(), null);
    signal.changed('hi', 0);
    assert.equal(signal.ended(), false);
    assert.equal(signal.ended(), null);
  });

  it('says nothing of a message that was sent, and begins anew with the next', () => {
    const signal = new TypingSignal();
    signal.changed('hi', 0);
    signal.forget();
    assert.equal(signal.ended(), null);
    assert.equal(signal.changed('h', 100), true);
  });
});

describe('who types in a room', () => {
  it('leaves out the viewer', () => {
    const typists = new Typists();
    typists.started(ADA, 0);
    typists.started(BOB, 0);
    assert.deepEqual(typists.names(ADA.id, 1), ['Bob']);
  });

  it('ends when the server says so', () => {
    const typists = new Typists();
    typists.started(BOB, 0);
    typists.ended(BOB.id);
    assert.deepEqual(typists.names(ADA.id, 1), []);
  });

  it('forgets somebody whose end got lost', () => {
    const typists = new Typists();
    typists.started(BOB, 0);
    assert.deepEqual(typists.names(ADA.id, 31_000), ['Bob']);
    assert.deepEqual(typists.names(ADA.id, 33_000), []);
  });
});
