const PATIENCE = 30_000;

/** What changes while others wait for it to become something. */
export class Changing {
  #waiting = new Set();

  /** Says that something has changed. */
  changed() {
    for (const look of [...this.#waiting]) look();
  }

  /** What it is now, for who waited in vain. */
  describe() {
    return '';
  }

  /** Waits until `look()` is truthy, and gives that; `what` says what was waited for. */
  until(what, look, patience = PATIENCE) {
    return new Promise((resolve, reject) => {
      const again = () => {
        const seen = look();
        if (seen) finish(() => resolve(seen));
      };
      const finish = (end) => {
        clearTimeout(timer);
        this.#waiting.delete(again);
        end();
      };
      const timer = setTimeout(() => {
        finish(() => reject(new Error(`Not ${what} in ${patience} ms; ${this.describe()}`)));
      }, patience);
      this.#waiting.add(again);
      again();
    });
  }
}
