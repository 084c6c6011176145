// Browsers may refuse storage (private windows, policies). Nothing here may break the page then.

/** What was kept under a key, or null. */
export function recall(store, key) {
  try {
    return globalThis[store].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value under a key; null forgets it. */
export function keep(store, key, value) {
  try {
    if (value === null) globalThis[store].removeItem(key);
    else globalThis[store].setItem(key, value);
  } catch {
    // The page works without; only the choice is not remembered.
  }
}
