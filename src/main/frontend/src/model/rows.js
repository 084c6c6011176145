import { sameId } from './ids.js';

const TOGETHER = 5 * 60_000;

/**
 * What the message list shows, top to bottom: days, the mark where unread messages begin, the
 * messages (those of one person within five minutes stand together), and what is not sent yet.
 *
 * @param {object} view
 * @param {readonly object[]} view.messages ascending by id
 * @param {readonly object[]} view.waiting the outbox
 * @param {number|null} view.unreadAfter id after which the viewer had not read; null for no mark
 * @param {number|string} view.meId
 * @param {(moment: Date) => string} view.dayKey names the calendar day in the viewer's zone
 */
export function buildRows({ messages, waiting, unreadAfter, meId, dayKey }) {
  const rows = [];
  let day = null;
  let previous = null;
  let marked = unreadAfter === null;
  for (const message of messages) {
    const at = new Date(message.createdAt);
    const itsDay = dayKey(at);
    if (itsDay !== day) {
      rows.push({ kind: 'day', key: `day-${itsDay}`, at });
      day = itsDay;
      previous = null;
    }
    if (!marked && message.id > unreadAfter && !sameId(message.sender.id, meId)) {
      rows.push({ kind: 'unread', key: 'unread' });
      marked = true;
      previous = null;
    }
    const joined = previous !== null && standTogether(previous, message);
    rows.push({ kind: 'message', key: `message-${message.id}`, message, joined });
    previous = message;
  }
  for (const entry of waiting) {
    rows.push({ kind: 'waiting', key: `waiting-${entry.clientMessageId}`, entry });
  }
  return rows;
}

function standTogether(one, next) {
  return (
    sameId(one.sender.id, next.sender.id) &&
    Date.parse(next.createdAt) - Date.parse(one.createdAt) < TOGETHER
  );
}
