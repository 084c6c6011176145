import { inspect } from 'node:util';

const PATIENCE = 10_000;

/** What one subscription's callbacks were told, in order, as `{type, message}`. */
export class Inbox {
  #events = [];
  #taken = 0;
  #waiting = new Set();

  push(type, message) {
    this.#events.push({ type, message });
    for (const look of [...this.#waiting]) look();
  }

  /** Everything so far of one type. */
  all(type) {
    return this.#events.filter((event) => event.type === type);
  }

  /** Waits for the next event that matches; those before it are passed over. */
  next(type, matches = () => true, patience = PATIENCE) {
    return new Promise((resolve, reject) => {
      const look = () => {
        while (this.#taken < this.#events.length) {
          const event = this.#events[this.#taken];
          this.#taken += 1;
          if (event.type === type && matches(event.message)) {
            done();
            resolve(event.message);
            return;
          }
        }
      };
      const timer = setTimeout(() => {
        done();
        const seen = inspect(this.#events.slice(-10), { depth: 4 });
        reject(new Error(`No ${type} in ${patience} ms; the last events: ${seen}`));
      }, patience);
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
