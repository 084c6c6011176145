const LOOKS_FOR_LINE = 1_000;

/** What pages do about a break: they look for the line each second, and ask again when it is back. */
export class Resync {
  #consumer;
  #ask;
  #timer;
  #brokenAt;
  #ended = false;

  /**
   * @param ask asks again; is given for how many seconds the line was broken
   */
  constructor(consumer, ask) {
    this.#consumer = consumer;
    this.#ask = ask;
  }

  /** The line is broken. */
  broken() {
    if (this.#ended) return;
    this.#brokenAt ??= Date.now();
    this.#lookLater();
  }

  /** Nothing is asked any more. */
  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #lookLater() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), LOOKS_FOR_LINE);
  }

  #look() {
    if (!this.#consumer.connection.isOpen()) {
      this.#lookLater();
      return;
    }
    const seconds = Math.ceil((Date.now() - this.#brokenAt) / 1000);
    this.#brokenAt = undefined;
    this.#ask(seconds);
  }
}
