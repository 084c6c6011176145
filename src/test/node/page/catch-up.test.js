import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchBetween, planCatchUp } from '../../../main/frontend/src/model/catch-up.js';
import { Timeline } from '../../../main/frontend/src/model/timeline.js';
import { ids, messages } from './messages.js';

function timelineOf(from, to) {
  const timeline = new Timeline();
  timeline.restart(messages(from, to), true);
  return timeline;
}

describe('catching up after a reconnect', () => {
  it('takes the newest alone when they cover all that is loaded', () => {
    const plan = planCatchUp(
      timelineOf(60, 70),
      { messages: messages(30, 80), hasMore: true },
      true,
    );
    assert.deepEqual(plan, { kind: 'restart' });
  });

  it('takes the newest alone when the room has no others', () => {
    const plan = planCatchUp(
      timelineOf(1, 70),
      { messages: messages(1, 20), hasMore: false },
      true,
    );
    assert.deepEqual(plan, { kind: 'restart' });
  });

  it('renews older messages and closes the gap where the viewer looks', () => {
    const plan = planCatchUp(
      timelineOf(1, 70),
      { messages: messages(151, 200), hasMore: true },
      true,
    );
    assert.deepEqual(plan, { kind: 'fetch', after: 0, until: 151 });
  });

  it('does not bother for a room nobody looks at', () => {
    const newest = { messages: messages(151, 200), hasMore: true };
    assert.deepEqual(planCatchUp(timelineOf(1, 70), newest, false), { kind: 'restart' });
  });

  it('starts with what comes first', () => {
    const plan = planCatchUp(new Timeline(), { messages: messages(1, 50), hasMore: true }, true);
    assert.deepEqual(plan, { kind: 'restart' });
  });

  it('fetches page by page until the gap is closed', async () => {
    const asked = [];
    const page = async (after) => {
      asked.push(after);
      return { messages: messages(after + 1, after + 40), hasMore: true };
    };
    const found = await fetchBetween(page, 10, 85);
    assert.deepEqual(asked, [10, 50]);
    assert.deepEqual(ids(found), ids(messages(11, 90)));
  });

  it('ends when the server has nothing more', async () => {
    const found = await fetchBetween(async () => ({ messages: [], hasMore: false }), 10, 85);
    assert.deepEqual(found, []);
  });

  it('gives up on a gap that is too wide', async () => {
    const page = async (after) => ({ messages: messages(after + 1, after + 2), hasMore: true });
    assert.equal(await fetchBetween(page, 0, 1000, 3), null);
  });
});
