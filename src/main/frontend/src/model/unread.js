import { sameId } from './ids.js';

/**
 * How many messages of others came after the one the viewer read last.
 *
 * @param {object} room
 * @param {readonly object[]} room.messages the loaded ones, ascending
 * @param {boolean} room.hasMore whether older ones are not loaded
 * @param {number|null} room.lastReadId null when nothing was read yet
 * @param {number|string} room.meId
 * @param {number} room.reported what the server counted, used where not everything is loaded
 */
export function countUnread({ messages, hasMore, lastReadId, meId, reported }) {
  if (messages.length === 0) return reported;
  const read = lastReadId ?? -Infinity;
  let count = 0;
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const message = messages[at];
    if (message.id <= read) return count;
    if (!message.deleted && !sameId(message.sender.id, meId)) count += 1;
  }
  return hasMore ? Math.max(count, reported) : count;
}

/** A count as a badge shows it. */
export function badge(count) {
  return count > 99 ? '99+' : String(count);
}
