import { keep, recall } from '../dom/storage.js';
import { Outbox } from '../model/outbox.js';

const PREFIX = 'ropeway.unsent.';

/** The outbox of a viewer in a room, which survives a reload of this window. */
export function keptOutbox(userId, slug) {
  const key = `${PREFIX}${userId}.${slug}`;
  return new Outbox(entriesIn(recall('sessionStorage', key)), (entries) =>
    keep('sessionStorage', key, entries.length > 0 ? JSON.stringify(entries) : null),
  );
}

function entriesIn(text) {
  try {
    const entries = JSON.parse(text ?? '[]');
    return Array.isArray(entries) ? entries : [];
  } catch {
    return [];
  }
}
