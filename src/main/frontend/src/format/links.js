const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
const TRAILING = /[.,;:!?'"»”’]+$/;

/**
 * Splits a text into plain parts and web addresses. Only http and https count, so a text can
 * never make a link that runs a script.
 *
 * @returns {{text: string, href?: string}[]}
 */
export function linkParts(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailingMarks(match[0]);
    if (!isAddress(address)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: address, href: address });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** A full stop or a closing bracket after an address belongs to the sentence around it. */
function withoutTrailingMarks(found) {
  let address = found;
  for (;;) {
    const shorter = address.replace(TRAILING, '');
    const closing = shorter.endsWith(')') && !shorter.includes('(');
    const next = closing ? shorter.slice(0, -1) : shorter;
    if (next === address) return address;
    address = next;
  }
}

function isAddress(text) {
  try {
    return Boolean(new URL(text).hostname);
  } catch {
    return false;
  }
}
