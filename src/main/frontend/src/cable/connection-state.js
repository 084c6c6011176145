/**
 * What the viewer is told about the connection:
 * `connecting` at first, `live`, `reconnecting` after a break, `offline` when the device has no
 * network either, `stopped` when the server asked not to come back by itself.
 */
export class ConnectionState {
  #socket = 'none';
  #wasLive = false;
  #failures = 0;
  #online;

  constructor(online = true) {
    this.#online = online;
  }

  get value() {
    if (this.#socket === 'live') return 'live';
    if (this.#socket === 'stopped') return 'stopped';
    // A device without network still reaches a server on itself: only a closed socket counts.
    if (!this.#online) return 'offline';
    return this.#wasLive || this.#failures > 0 ? 'reconnecting' : 'connecting';
  }

  opening() {
    this.#socket = 'opening';
  }

  welcomed() {
    this.#socket = 'live';
    this.#wasLive = true;
    this.#failures = 0;
  }

  closed() {
    if (this.#socket === 'stopped') return;
    this.#socket = 'closed';
    this.#failures += 1;
  }

  stopped() {
    this.#socket = 'stopped';
  }

  network(online) {
    this.#online = online;
  }
}
