import '../../clients/support/browser.mjs';
import { createRequire } from 'node:module';
import { RecordingSocket } from './recording-socket.mjs';

const library = createRequire(import.meta.url)('rails-actioncable-8');
library.adapters.WebSocket = RecordingSocket;

/** The client of Rails, which knows the base protocol alone. */
export function connect({ url, room }, options, received) {
  const consumer = library.createConsumer(url);
  const subscription = consumer.subscriptions.create(
    { channel: 'ChatRoomChannel', room },
    { received },
  );
  return { perform: (action, data) => subscription.perform(action, data) };
}
