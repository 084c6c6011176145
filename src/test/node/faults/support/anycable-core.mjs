import { backoffWithJitter, Channel, createCable } from '@anycable/core';
import { RecordingSocket } from './recording-socket.mjs';

const LONGEST_DELAY = 8_000;

class ChatRoomChannel extends Channel {
  static identifier = 'ChatRoomChannel';
}

/** The AnyCable client in the extended protocol. */
export function connect({ url, room }, { ownBackOff }, received) {
  const cable = createCable(url, {
    protocol: 'actioncable-v1-ext-json',
    websocketImplementation: RecordingSocket,
    logLevel: 'error',
    ...(ownBackOff
      ? {}
      : { reconnectStrategy: backoffWithJitter(3_000, { maxInterval: LONGEST_DELAY }) }),
  });
  const channel = new ChatRoomChannel({ room });
  channel.on('message', received);
  // The library gives a channel up whose socket is lost before the server's answer, and tells so.
  channel.on('close', () => setTimeout(() => cable.subscribe(channel)));
  cable.subscribe(channel);
  return { perform: (action, data) => channel.perform(action, data) };
}
