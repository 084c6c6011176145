import '../support/browser.mjs';
import { createRequire } from 'node:module';
import { Inbox } from '../support/inbox.mjs';
import { WatchedSocket } from '../support/watched-socket.mjs';

const require = createRequire(import.meta.url);

/**
 * A release line of the Rails client, under the name that package.json gives it. All have the
 * same interface; the oldest keeps its socket class on the module itself, and was there before
 * servers could tell a client to stay away.
 */
export function railsActionCable(alias) {
  const { name, version } = require(`${alias}/package.json`);
  const library = require(alias);
  (library.adapters ?? library).WebSocket = WatchedSocket;
  return {
    name: `${name} ${version}`,
    canBeDismissed: 'disconnect' in library.INTERNAL.message_types,
    connect: (address) => connect(library, address),
  };
}

function connect(library, address) {
  const consumer = library.createConsumer(address);
  return {
    subscribe: (parameters) => subscribe(consumer, parameters),
    close: () => consumer.disconnect(),
  };
}

function subscribe(consumer, parameters) {
  const inbox = new Inbox();
  const subscription = consumer.subscriptions.create(parameters, {
    connected: () => inbox.push('connected'),
    disconnected: () => inbox.push('disconnected'),
    rejected: () => inbox.push('rejected'),
    received: (message) => inbox.push('received', message),
  });
  return {
    inbox,
    perform: (action, data) => subscription.perform(action, data),
    unsubscribe: () => subscription.unsubscribe(),
  };
}
