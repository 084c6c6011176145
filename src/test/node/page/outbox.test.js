import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Outbox } from '../../../main/frontend/src/model/outbox.js';

const states = (outbox) =>
  outbox.entries.map(({ clientMessageId, state }) => [clientMessageId, state]);

function outboxWith(...clientMessageIds) {
  const outbox = new Outbox();
  for (const clientMessageId of clientMessageIds) outbox.add({ clientMessageId, text: 'hello' });
  return outbox;
}

describe('the outbox', () => {
  it('holds what is written until it is sent, in order', () => {
    const outbox = outboxWith('a', 'b');
    assert.deepEqual(
      outbox.unsent.map(({ clientMessageId }) => clientMessageId),
      ['a', 'b'],
    );
    outbox.sent('a', 1);
    assert.deepEqual(states(outbox), [
      ['a', 'sending'],
      ['b', 'waiting'],
    ]);
  });

  it('forgets what the server confirmed', () => {
    const outbox = outboxWith('a', 'b');
    outbox.remove('a');
    assert.deepEqual(states(outbox), [['b', 'waiting']]);
  });

  it('sends again, under the same id, what was on its way when the connection ended', () => {
    const outbox = outboxWith('a', 'b');
    outbox.sent('a', 1);
    outbox.fail('b', 'No.');
    outbox.connectionLost();
    assert.deepEqual(states(outbox), [
      ['a', 'waiting'],
      ['b', 'failed'],
    ]);
  });

  it('keeps a refused message until the viewer decides', () => {
    const outbox = outboxWith('a');
    outbox.sent('a', 1);
    outbox.fail('a', 'Too long.');
    assert.equal(outbox.entries[0].reason, 'Too long.');
    assert.deepEqual(outbox.unsent, []);
    outbox.retry('a');
    assert.equal(outbox.entries[0].reason, undefined);
    assert.deepEqual(states(outbox), [['a', 'waiting']]);
  });

  it('knows what was unanswered for too long', () => {
    const outbox = outboxWith('a', 'b');
    outbox.sent('a', 100);
    outbox.sent('b', 200);
    assert.deepEqual(
      outbox.unansweredSince(150).map(({ clientMessageId }) => clientMessageId),
      ['a'],
    );
  });

  it('saves each change, and takes up what an earlier visit left', () => {
    let kept = [];
    const outbox = new Outbox([], (entries) => (kept = entries));
    outbox.add({ clientMessageId: 'a', text: 'hello' });
    outbox.sent('a', 1);
    outbox.add({ clientMessageId: 'b', text: 'again' });
    outbox.fail('b', 'No.');
    assert.deepEqual(states(new Outbox(kept)), [
      ['a', 'waiting'],
      ['b', 'failed'],
    ]);
  });
});
