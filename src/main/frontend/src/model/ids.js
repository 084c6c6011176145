/** Whether two ids name the same thing; the wire has them as numbers, attributes as text. */
export function sameId(one, other) {
  return String(one) === String(other);
}

/**
 * A fresh UUID. Browsers offer `randomUUID` only on https and localhost; a page opened by the
 * machine's address in the local network still has `getRandomValues`.
 */
export function freshId(crypto = globalThis.crypto) {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
