import { Changing } from './changing.mjs';
import { complaints } from './needs.mjs';

/** A program that is told events, of which it takes those that are for it. */
export class Told extends Changing {
  /** Every event that was told, in order. */
  told = [];

  /** What was not as the program needs it. */
  complaints = [];

  /** How often its subscription was confirmed. */
  connections = 0;

  #account;
  #held;

  constructor(account) {
    super();
    this.#account = account;
  }

  /** Has what is told wait; it is as if the network were slow. */
  hold() {
    this.#held ??= [];
  }

  /** Takes what waits. */
  release() {
    const waiting = this.#held ?? [];
    this.#held = undefined;
    for (const event of waiting) this.#take(event);
  }

  /** All data that was told with an event's name. */
  all(event) {
    return this.told.filter((one) => one.event === event).map(({ data }) => data);
  }

  /** Waits for an event's data. */
  hears(event, matches = () => true) {
    return this.until(`told of ${event}`, () => this.all(event).find(matches));
  }

  describe() {
    const last = this.told.slice(-20).map(({ event, data }) => `${event} ${data?.content ?? ''}`);
    return `confirmed ${this.connections} times, and last told ${last.join(', ')}`;
  }

  connected() {
    this.connections += 1;
    this.changed();
  }

  /** Is told something by the cable; what a real program throws on, is thrown. */
  hear(event) {
    this.told.push(event);
    if (this.#held) this.#held.push(event);
    else this.#take(event);
    this.changed();
  }

  #take(event) {
    this.complaints.push(...this.misses(event));
    if (this.accepts(event)) this.take(event);
    this.changed();
  }

  /** Whether it is for this program: of its account, compared as strictly as programs do. */
  accepts({ data }) {
    return data.account_id === this.#account;
  }

  /** What the event lacks for this program. */
  misses(event) {
    return complaints(event);
  }
}
