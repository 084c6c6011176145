/** The longest message the server takes, in characters. */
export const TEXT_LIMIT = 10_000;

/** How many characters may still be added; negative when there are too many. */
export function leftOf(text) {
  return TEXT_LIMIT - text.length;
}
