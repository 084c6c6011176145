import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectionState } from '../../../main/frontend/src/cable/connection-state.js';
import { watchedSocket } from '../../../main/frontend/src/cable/watched-socket.js';

/** A socket that is driven by the test. */
class HandSocket extends EventTarget {
  receive(data) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  end() {
    this.dispatchEvent(new Event('close'));
  }
}

function watched() {
  const calls = [];
  const names = ['opening', 'heard', 'welcomed', 'dismissed', 'closed'];
  const watcher = Object.fromEntries(names.map((name) => [name, () => calls.push(name)]));
  return { calls, Socket: watchedSocket(HandSocket, watcher) };
}

describe('the connection state', () => {
  it('goes from connecting to live', () => {
    const state = new ConnectionState();
    assert.equal(state.value, 'connecting');
    state.opening();
    assert.equal(state.value, 'connecting');
    state.welcomed();
    assert.equal(state.value, 'live');
  });

  it('is reconnecting after a break, and when the first attempt failed', () => {
    const state = new ConnectionState();
    state.opening();
    state.closed();
    state.opening();
    assert.equal(state.value, 'reconnecting');
    state.welcomed();
    state.closed();
    assert.equal(state.value, 'reconnecting');
  });

  it('is offline without network, unless the socket lives on', () => {
    const state = new ConnectionState();
    state.opening();
    state.welcomed();
    state.network(false);
    assert.equal(state.value, 'live');
    state.closed();
    assert.equal(state.value, 'offline');
    state.network(true);
    assert.equal(state.value, 'reconnecting');
  });

  it('stays stopped when the server said not to come back, until the viewer tries', () => {
    const state = new ConnectionState();
    state.welcomed();
    state.stopped();
    state.closed();
    assert.equal(state.value, 'stopped');
    state.opening();
    assert.equal(state.value, 'reconnecting');
  });
});

describe('watching the socket', () => {
  it('hears the welcome', () => {
    const { calls, Socket } = watched();
    new Socket().receive('{"type":"welcome","sid":"x"}');
    assert.deepEqual(calls, ['opening', 'heard', 'welcomed']);
  });

  it('hears a dismissal, but not a disconnect to come back from', () => {
    const { calls, Socket } = watched();
    const socket = new Socket();
    socket.receive('{"type":"disconnect","reason":"server_restart","reconnect":true}');
    assert.deepEqual(calls, ['opening', 'heard']);
    socket.receive('{"type":"disconnect","reason":"unauthorized","reconnect":false}');
    socket.end();
    assert.deepEqual(calls.slice(2), ['heard', 'dismissed', 'closed']);
  });

  it('does not listen to a socket that was replaced', () => {
    const { calls, Socket } = watched();
    const old = new Socket();
    new Socket();
    old.end();
    old.receive('{"type":"welcome"}');
    assert.deepEqual(calls, ['opening', 'opening']);
  });
});
