const REPEAT_AFTER = 3_000;

/**
 * Decides when the others are told that the viewer types: `true` at most every 3 s, `false` once
 * when it ends. Moments are milliseconds.
 */
export class TypingSignal {
  #saidAt = null;

  /** What to send after the text changed: true, false, or null for nothing. */
  changed(text, now) {
    if (text.trim() === '') return this.ended();
    if (this.#saidAt !== null && now - this.#saidAt < REPEAT_AFTER) return null;
    this.#saidAt = now;
    return true;
  }

  /** What to send when the viewer stopped, left the field or emptied it. */
  ended() {
    if (this.#saidAt === null) return null;
    this.#saidAt = null;
    return false;
  }

  /** The message went out, or the connection ended: the server ends typing by itself. */
  forget() {
    this.#saidAt = null;
  }
}
