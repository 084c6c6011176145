/**
 * How much a message holds at most, and how that is counted.
 *
 * @typedef {{most: number, lengthOf(text: string): number}} TextLimit
 */

/** Of a message in a room, in UTF-16 units. @type {TextLimit} */
export const ROOM_LIMIT = { most: 10_000, lengthOf: (text) => text.length };

/** Of a message at the desk, in code points. @type {TextLimit} */
export const DESK_LIMIT = { most: 150_000, lengthOf: (text) => [...text].length };

/** How many characters may still be added; negative when there are too many. */
export function leftOf(text, limit) {
  return limit.most - limit.lengthOf(text);
}
