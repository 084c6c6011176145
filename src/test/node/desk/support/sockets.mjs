// Sockets as apps and browsers open them, on a line that can be cut.
import { at } from '../../clients/support/server.mjs';
import { WatchedSocket } from '../../clients/support/watched-socket.mjs';

const NOWHERE = 'ws://localhost:1/';

const open = new Set();
let whole = true;

/** The line between all these sockets and the server. */
export const line = {
  /** Lets nobody connect any more; connections that there are stay. */
  block() {
    whole = false;
  },

  /** Breaks all connections, and those that are tried. */
  cut() {
    whole = false;
    for (const socket of open) socket.terminate();
  },

  mend() {
    whole = true;
  },
};

/** What an app opens: nothing tells it from a script. */
export class AppSocket extends WatchedSocket {
  /** The types of all frames that are no channel's, in order. */
  words = [];

  /** The code of its end; undefined until then. */
  closeCode;

  constructor(address, protocols, options) {
    super(whole ? address : NOWHERE + new URL(address).search, protocols, options);
    open.add(this);
    this.on('error', () => {});
    this.on('message', (data) => this.words.push(JSON.parse(data).type));
    this.on('close', (code) => {
      this.closeCode = code;
      open.delete(this);
    });
  }
}

/** What a page opens: a browser says more about itself than an app. */
export class PageSocket extends AppSocket {
  constructor(address, protocols) {
    super(address, protocols, {
      origin: at('/').origin,
      headers: {
        'sec-fetch-mode': 'websocket',
        'sec-fetch-dest': 'websocket',
        'sec-fetch-site': 'same-origin',
      },
    });
  }
}
