import net from 'node:net';
import { after, before } from 'node:test';
import { SERVER } from './server.js';

/** A line to the server that the tests of a file can cut and mend, as a bad network would. */
export function lineToServer() {
  const upstream = new URL(SERVER);
  const sockets = new Set();
  let whole = true;
  let deaf = false;

  const server = net.createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = net.connect(Number(upstream.port || 80), upstream.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (data) => deaf || near.write(data));
  });

  const line = {
    address: null,

    /** Ends all connections and refuses new ones. */
    cut() {
      whole = false;
      for (const socket of sockets) socket.destroy();
    },

    /** What the server says gets lost; what it is told arrives. */
    deafen() {
      deaf = true;
    },

    mend() {
      whole = true;
      deaf = false;
    },
  };

  before(async () => {
    await new Promise((resolve) => server.listen(0, 'localhost', resolve));
    line.address = `http://localhost:${server.address().port}`;
  });

  after(() => {
    line.cut();
    server.close();
  });

  return line;
}
