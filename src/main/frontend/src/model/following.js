/**
 * Which rooms a window follows live. A server lets a connection have some hundred subscriptions,
 * and answers them better in turn than in one burst.
 */
export const FOLLOWED = 50;

/** Subscriptions that may be unanswered at a time. */
const AT_ONCE = 4;

/**
 * The rooms to join next: the open one always, then those with the newest messages.
 *
 * @param {readonly {slug: string, status: string, lastMessageId: number|null}[]} rooms
 * @param {string|null} openSlug
 * @returns {string[]} slugs
 */
export function nextToJoin(rooms, openSlug) {
  const joined = rooms.filter(({ status }) => status === 'joining' || status === 'live');
  const open = rooms.find(({ slug, status }) => slug === openSlug && status === 'idle');
  const pending = joined.filter(({ status }) => status === 'joining').length;
  const free = Math.min(AT_ONCE - pending, FOLLOWED - joined.length) - (open ? 1 : 0);
  const others = rooms
    .filter(({ slug, status }) => status === 'idle' && slug !== openSlug)
    .sort((one, other) => newestOf(other) - newestOf(one))
    .slice(0, Math.max(0, free));
  return [...(open ? [open] : []), ...others].map(({ slug }) => slug);
}

/**
 * The room to leave for another one, when more are followed than should be.
 *
 * @returns {string|null} a slug
 */
export function oneToLeave(rooms, openSlug) {
  const live = rooms.filter(({ status }) => status === 'live');
  if (live.length <= FOLLOWED) return null;
  const candidates = live.filter(({ slug }) => slug !== openSlug);
  const oldest = candidates.reduce((one, other) => (newestOf(other) < newestOf(one) ? other : one));
  return oldest.slug;
}

function newestOf({ lastMessageId }) {
  return lastMessageId ?? 0;
}
