/** Control frames are short; longer ones carry room data and are not read twice. */
const CONTROL_LENGTH = 200;

/**
 * A WebSocket class that tells a watcher what its newest socket does. The cable client keeps its
 * socket to itself, and the page wants to show more than its callbacks tell: that it is opening,
 * that it was refused, that it was told not to come back.
 *
 * @param {typeof WebSocket} Socket
 * @param {{opening(): void, heard(): void, welcomed(): void, dismissed(): void, closed(): void}}
 *     watcher `dismissed` when the server said not to reconnect
 */
export function watchedSocket(Socket, watcher) {
  let newest = null;
  return class WatchedSocket extends Socket {
    constructor(address, protocols) {
      super(address, protocols);
      newest = this;
      watcher.opening();
      this.addEventListener('message', ({ data }) => {
        if (newest === this) report(watcher, data);
      });
      this.addEventListener('close', () => {
        if (newest === this) watcher.closed();
      });
    }
  };
}

function report(watcher, data) {
  watcher.heard();
  if (typeof data !== 'string' || data.length > CONTROL_LENGTH) return;
  const { type, reconnect } = JSON.parse(data);
  if (type === 'welcome') watcher.welcomed();
  if (type === 'disconnect' && !reconnect) watcher.dismissed();
}
