/**
 * Decides how to join what is loaded with the room's newest messages after a reconnect, so that no
 * message is missing in between and edits made meanwhile show.
 *
 * @param {import('./timeline.js').Timeline} timeline what is loaded
 * @param {{messages: readonly object[], hasMore: boolean}} newest what the server sent
 * @param {boolean} wanted whether the viewer looks at this room, so older messages are kept
 * @returns {{kind: 'restart'} | {kind: 'fetch', after: number, until: number}} `restart` with the
 *     newest alone, or first `fetch` everything after one id until another
 */
export function planCatchUp(timeline, newest, wanted) {
  const first = newest.messages[0]?.id;
  const coversAll = first === undefined || !newest.hasMore;
  if (coversAll || timeline.firstId === null || timeline.firstId >= first || !wanted) {
    return { kind: 'restart' };
  }
  return { kind: 'fetch', after: timeline.firstId - 1, until: first };
}

/**
 * Fetches the messages between two ids page by page.
 *
 * @param {(after: number) => Promise<{messages: object[], hasMore: boolean}>} page
 * @returns {Promise<object[]|null>} null when they are too many to be worth it
 */
export async function fetchBetween(page, after, until, pages = 10) {
  const found = [];
  let position = after;
  for (let turn = 0; turn < pages; turn += 1) {
    const { messages, hasMore } = await page(position);
    found.push(...messages);
    const last = messages[messages.length - 1]?.id;
    if (last === undefined || last >= until || !hasMore) return found;
    position = last;
  }
  return null;
}
