import '../support/browser.mjs';
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Inbox } from '../support/inbox.mjs';
import { WatchedSocket } from '../support/watched-socket.mjs';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));

/** A release of the React Native client, bundled from the sources that it ships. */
export async function reactNative(alias) {
  const { name, version } = require(`${alias}/package.json`);
  const { ActionCable } = await bundled(alias);
  ActionCable.WebSocket = WatchedSocket;
  return {
    name: `${name} ${version}`,
    canBeDismissed: 'disconnect' in messageTypes(ActionCable),
    connect: (address) => connect(ActionCable, address),
  };
}

/** The first releases keep their words one module deeper. */
const messageTypes = ({ INTERNAL }) => (INTERNAL.default ?? INTERNAL).message_types;

/** Its module, with what it takes of React Native replaced. */
export async function bundled(alias) {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${alias}';`, resolveDir: here },
    alias: { 'react-native': path.join(here, '../support/react-native.mjs') },
    bundle: true,
    format: 'esm',
    mainFields: ['main'],
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
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
  const subscription = consumer.subscriptions.create(parameters);
  subscription.on('connected', () => inbox.push('connected'));
  subscription.on('disconnected', () => inbox.push('disconnected'));
  subscription.on('rejected', () => inbox.push('rejected'));
  // The client writes the event's name into the message.
  subscription.on('received', ({ action, ...message }) => inbox.push('received', message));
  return {
    inbox,
    perform: (action, data) => subscription.perform(action, data),
    unsubscribe: () => subscription.unsubscribe(),
  };
}
