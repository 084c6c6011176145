import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Refresher } from '../../../main/frontend/src/live/refresher.js';

describe('a refresher', () => {
  it('fetches once more for all who ask while it fetches', async () => {
    let fetched = 0;
    const refresher = new Refresher(async () => {
      fetched += 1;
    });
    await Promise.all([refresher.now(), refresher.now(), refresher.now()]);
    assert.equal(fetched, 2);
    await refresher.now();
    assert.equal(fetched, 3);
  });

  it('waits a little for others before it fetches', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    let fetched = 0;
    const refresher = new Refresher(async () => {
      fetched += 1;
    });
    refresher.soon();
    refresher.soon();
    assert.equal(fetched, 0);
    mock.timers.tick(400);
    assert.equal(fetched, 1);
    mock.timers.reset();
  });

  it('tries again what failed for want of a connection, but not what was refused', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    let fetched = 0;
    let status = 0;
    const failures = [];
    const refresher = new Refresher(
      async () => {
        fetched += 1;
        throw Object.assign(new Error('no'), { status });
      },
      (error) => failures.push(error.status),
    );
    await refresher.now();
    status = 404;
    mock.timers.tick(3_000);
    await refresher.now();
    mock.timers.tick(10_000);
    assert.deepEqual(failures.slice(0, 2), [0, 404]);
    const before = fetched;
    mock.timers.tick(10_000);
    assert.equal(fetched, before);
    mock.timers.reset();
  });
});
