import { WebSocket } from 'ws';

const listeners = new Map();

/** Has all sockets that are opened for this client's number show what happens on them. */
export const listen = (number, listener) => listeners.set(String(number), listener);

/** The socket that the clients get: it is looked at before the client's library has a say. */
export class RecordingSocket extends WebSocket {
  constructor(address, protocols, options) {
    super(address, protocols, options);
    const listener = listeners.get(new URL(address).searchParams.get('client'));
    const connection = listener.connecting(this);
    this.on('message', (text) => listener.frame(connection, JSON.parse(text)));
    this.on('ping', () => listener.ping());
    this.on('close', (code) => listener.closed(connection, code));
    this.on('error', () => {});
  }

  /** As in a browser, what a client's handler throws ends nothing. */
  emit(event, ...details) {
    try {
      return super.emit(event, ...details);
    } catch (failure) {
      console.error(failure);
      return true;
    }
  }
}
