/** Events come in bunches: this long the first of them waits for the others. */
const SOON = 400;
/** What failed for want of a connection or on the server is tried again after this long. */
const AGAIN = 3_000;

/** Fetches something whenever it may have changed, one request after the other, until it works. */
export class Refresher {
  #fetch;
  #failed;
  #timer = null;
  #running = null;
  #again = false;
  #closed = false;

  /**
   * @param {() => Promise<void>} fetch
   * @param {(error: Error) => void} [failed]
   */
  constructor(fetch, failed = () => {}) {
    this.#fetch = fetch;
    this.#failed = failed;
  }

  /** Fetches; what asks while that is done has it done once more. */
  now() {
    this.#stop();
    if (this.#running) this.#again = true;
    else this.#running = this.#run();
    return this.#running;
  }

  soon() {
    this.#later(SOON);
  }

  close() {
    this.#closed = true;
    this.#stop();
  }

  async #run() {
    do {
      this.#again = false;
      try {
        await this.#fetch();
      } catch (error) {
        if (!this.#closed) this.#failed(error);
        if (isPassing(error)) this.#later(AGAIN);
      }
    } while (this.#again);
    this.#running = null;
  }

  #later(delay) {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => this.now(), delay);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function isPassing({ status }) {
  return status === 0 || status === 429 || status >= 500;
}
