import { ACTIVITY, senderKey } from './kinds.js';

/** Seconds within which messages of one sender stand together. */
const TOGETHER = 5 * 60;

/**
 * What a thread shows, top to bottom: days, activities, messages (those of one sender within five
 * minutes stand together), and what is not sent yet.
 *
 * @param {import('./thread.js').Thread} thread
 * @param {(moment: Date) => string} dayKey names the calendar day in the viewer's zone
 */
export function threadRows(thread, dayKey) {
  const rows = [];
  let day = null;
  let previous = null;
  for (const message of thread.messages) {
    const at = new Date(message.created_at * 1000);
    const itsDay = dayKey(at);
    if (itsDay !== day) {
      rows.push({ kind: 'day', key: `day-${itsDay}`, at });
      day = itsDay;
      previous = null;
    }
    const key = `message-${message.id}`;
    if (message.message_type === ACTIVITY) {
      rows.push({ kind: 'activity', key, at, message });
      previous = null;
    } else {
      const joined = previous !== null && standTogether(previous, message);
      rows.push({ kind: 'message', key, at, message, joined });
      previous = message;
    }
  }
  for (const entry of thread.waiting) {
    rows.push({ kind: 'waiting', key: `waiting-${entry.echoId}`, entry });
  }
  return rows;
}

function standTogether(one, next) {
  return (
    senderKey(one) === senderKey(next) &&
    Boolean(one.private) === Boolean(next.private) &&
    next.created_at - one.created_at < TOGETHER
  );
}
