import { WebSocket } from 'ws';

const socketsByConnection = new Map();

const connectionOf = (address) => new URL(address).searchParams.get('connection');

/**
 * The socket that every client gets. It remembers which were opened for an address, and what a
 * client's handler throws it notes and survives, as a browser does and `ws` does not.
 */
export class WatchedSocket extends WebSocket {
  failures = [];

  constructor(address, protocols, options) {
    super(address, protocols, options);
    const sockets = socketsByConnection.get(connectionOf(address)) ?? [];
    socketsByConnection.set(connectionOf(address), [...sockets, this]);
  }

  emit(event, ...details) {
    try {
      return super.emit(event, ...details);
    } catch (failure) {
      this.failures.push(failure);
      return true;
    }
  }
}

/** All sockets that were opened for the address, oldest first. */
export const socketsOf = (address) => socketsByConnection.get(connectionOf(address)) ?? [];
