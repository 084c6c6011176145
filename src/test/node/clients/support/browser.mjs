// What clients made for browsers look for when they are loaded and run.
import { WebSocket } from 'ws';

const nothing = () => {};

Object.assign(globalThis, {
  self: globalThis,
  window: globalThis,
  WebSocket,
  addEventListener: nothing,
  removeEventListener: nothing,
  document: {
    visibilityState: 'visible',
    addEventListener: nothing,
    removeEventListener: nothing,
  },
});
