import { anyCable } from './anycable-core.mjs';
import { railsActionCable } from './rails-actioncable.mjs';
import { reactNative } from './react-native.mjs';

/**
 * The clients, unchanged, behind one interface: `connect(address)` gives `subscribe(parameters)`
 * and `close()`; a subscription has `perform(action, data)`, `unsubscribe()` and an inbox of what
 * its callbacks are told. `canBeDismissed` says whether a server can tell it not to come back.
 */
export const CLIENTS = [
  railsActionCable('actioncable'),
  railsActionCable('rails-actioncable-6'),
  railsActionCable('rails-actioncable-7.0'),
  railsActionCable('rails-actioncable-7.2'),
  railsActionCable('rails-actioncable-8'),
  anyCable('actioncable-v1-json'),
  anyCable('actioncable-v1-ext-json'),
  await reactNative('react-native-action-cable-1'),
  await reactNative('react-native-action-cable-2'),
];
