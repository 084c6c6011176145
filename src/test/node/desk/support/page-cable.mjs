// The cable client that the dashboard and the contacts' widget ship, in a browser.
import '../../clients/support/browser.mjs';
import { createRequire } from 'node:module';
import { PageSocket } from './sockets.mjs';

const library = createRequire(import.meta.url)('rails-actioncable-6.1.3');
library.adapters.WebSocket = PageSocket;

export const { createConsumer } = library;
