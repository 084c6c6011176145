/** The room a page address names after its `#`, or null: `#/rooms/general`. */
export function roomInHash(hash) {
  const match = /^#\/rooms\/([^/]+)$/.exec(hash);
  if (!match) return null;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return null;
  }
}

/** The page address of a room. */
export function hashOfRoom(slug) {
  return `#/rooms/${encodeURIComponent(slug)}`;
}
