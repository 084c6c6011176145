import { backoffWithJitter, Channel, createCable, SubscriptionRejectedError } from '@anycable/core';
import { createRequire } from 'node:module';
import { Inbox } from '../support/inbox.mjs';
import { WatchedSocket } from '../support/watched-socket.mjs';

const { name, version } = createRequire(import.meta.url)('@anycable/core/package.json');

/** Its delays double without end by default; a test shall not wait minutes for an unlucky draw. */
const LONGEST_DELAY = 8_000;

/** The AnyCable client, speaking the protocol of that name. */
export function anyCable(protocol) {
  return {
    name: `${name} ${version} (${protocol})`,
    canBeDismissed: true,
    connect: (address) => connect(createCable(address, options(protocol))),
  };
}

const options = (protocol) => ({
  protocol,
  websocketImplementation: WatchedSocket,
  reconnectStrategy: backoffWithJitter(3_000, { maxInterval: LONGEST_DELAY }),
});

function connect(cable) {
  return {
    cable,
    subscribe: (parameters) => subscribe(cable, parameters),
    close: () => cable.disconnect(),
  };
}

/** A channel whose name is known only when it is used. */
class NamedChannel extends Channel {
  constructor(name, parameters) {
    super(parameters);
    this.name = name;
  }

  get channelId() {
    return this.name;
  }
}

function subscribe(cable, { channel: channelName, ...parameters }) {
  const inbox = new Inbox();
  const channel = new NamedChannel(channelName, parameters);
  channel.on('connect', () => inbox.push('connected'));
  channel.on('disconnect', () => inbox.push('disconnected'));
  channel.on('close', (reason) =>
    inbox.push(reason instanceof SubscriptionRejectedError ? 'rejected' : 'closed'),
  );
  channel.on('message', (message) => inbox.push('received', message));
  cable.subscribe(channel);
  return {
    inbox,
    perform: (action, data) => channel.perform(action, data),
    unsubscribe: () => channel.disconnect(),
  };
}
