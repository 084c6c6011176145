import { sameId } from './ids.js';

/** What the page does by itself: a refusal of it is no news to the viewer. */
const UNASKED = new Set(['typing', 'read']);

/** What each event of a room's channel does to the room; `room.state` is not among them. */
const EFFECTS = {
  // Says nothing of typing: the server ends that before, and may tell of the next word by now.
  'message.created': (room, message) => ({
    arrived: room.take(message) === 'added' ? message : null,
  }),
  'message.updated': (room, message) => void room.take(message),
  'message.deleted': (room, message) => void room.take(message),
  'typing.on': (room, { user }, now) => void room.typists.started(user, now),
  'typing.off': (room, { user }) => void room.typists.ended(user.id),
  'member.joined': (room, { user }) => void room.people.joined(user),
  'member.left': (room, { user }) => {
    room.people.left(user);
    room.typists.ended(user.id);
  },
  'message.read': (room, { user, messageId }) => {
    room.marks.read(user, messageId);
    if (sameId(user.id, room.me.id)) room.readUpTo(messageId);
  },
  error: (room, { action, clientMessageId, message }) => {
    if (clientMessageId) room.outbox.fail(clientMessageId, message);
    return { error: clientMessageId || UNASKED.has(action) ? null : message };
  },
};

/**
 * Applies an event to a room.
 *
 * @returns {{arrived?: object|null, error?: string|null}} the message that is new, if one is; the
 *     sentence of a refusal that belongs to no message
 */
export function applyEvent(room, { event, data }, now) {
  const effect = EFFECTS[event];
  return (effect && effect(room, data, now)) || {};
}
