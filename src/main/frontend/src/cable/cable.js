import { adapters, createConsumer } from '@rails/actioncable';
import { Emitter } from '../model/emitter.js';
import { ConnectionState } from './connection-state.js';
import { watchedSocket } from './watched-socket.js';

/** The server pings every 3 s: after this long without a word the line is dead. */
const SILENCE = 4_000;

/**
 * The page's one connection. Emits `state` with its new value, and `lost` when a socket that was
 * live ended; the client library reconnects and subscribes again by itself.
 */
export class Cable extends Emitter {
  #consumer;
  #state = new ConnectionState(navigator.onLine !== false);
  #shown = this.#state.value;
  #heardAt = 0;
  #silenceTimer = null;
  #ended = new AbortController();

  /**
   * @param {string} address
   * @param {string|null} [token] says who connects, where no cookie does
   */
  constructor(address, token = null) {
    super();
    adapters.WebSocket = watchedSocket(WebSocket, {
      opening: () => this.#change((state) => state.opening()),
      heard: () => (this.#heardAt = Date.now()),
      welcomed: () => this.#change((state) => state.welcomed()),
      dismissed: () => this.#change((state) => state.stopped()),
      closed: () => this.#change((state) => state.closed()),
    });
    this.#consumer = createConsumer(address);
    if (token) this.#consumer.addSubProtocol(`anycable-token.${token}`);
    const { signal } = this.#ended;
    addEventListener('online', () => this.#networkCameBack(), { signal });
    addEventListener('offline', () => this.#networkLeft(), { signal });
  }

  get state() {
    return this.#shown;
  }

  connect() {
    this.#consumer.connect();
  }

  /**
   * Joins a room's channel.
   *
   * @param {string} slug
   * @param {{connected(): void, rejected(): void, received(event: object): void}} callbacks
   */
  join(slug, callbacks) {
    return this.follow({ channel: 'ChatRoomChannel', room: slug }, callbacks);
  }

  /**
   * Subscribes to any channel, and again by itself after each break.
   *
   * @param {{channel: string}} params
   * @param {{connected(): void, rejected(): void, received(event: object): void}} callbacks
   */
  follow(params, callbacks) {
    return this.#consumer.subscriptions.create(params, callbacks);
  }

  /** Tries at once instead of waiting for the next attempt. */
  retry() {
    this.#consumer.connection.reopen();
  }

  /** Ends the connection for good. */
  close() {
    this.#ended.abort();
    clearTimeout(this.#silenceTimer);
    this.#consumer.disconnect();
  }

  #change(change) {
    const before = this.#shown;
    change(this.#state);
    this.#shown = this.#state.value;
    if (this.#ended.signal.aborted || before === this.#shown) return;
    if (before === 'live') this.emit('lost');
    this.emit('state', this.#shown);
  }

  #networkCameBack() {
    clearTimeout(this.#silenceTimer);
    this.#change((state) => state.network(true));
    if (this.#shown !== 'live' && this.#shown !== 'stopped') this.retry();
  }

  /** Sockets often outlive a vanished network without noticing: listen, then look. */
  #networkLeft() {
    this.#change((state) => state.network(false));
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => {
      if (Date.now() - this.#heardAt < SILENCE) return;
      this.#change((state) => state.closed());
      this.retry();
    }, SILENCE);
  }
}
