const CLOCK = { timeStyle: 'short' };
const DATE = { day: 'numeric', month: 'short' };
const DAY = { weekday: 'long', day: 'numeric', month: 'long' };
const FULL = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
};

/** Shows moments in the viewer's zone and manner. The server's times are UTC. */
export class Times {
  #clock;
  #date;
  #day;
  #dayOfYear;
  #full;
  #key;
  #relative;

  /**
   * @param {string} locale tag that decides the form
   * @param {string} [zone] IANA name; the device's zone when left out
   */
  constructor(locale, zone) {
    const timeZone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.zone = timeZone;
    this.#clock = new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone });
    this.#date = new Intl.DateTimeFormat(locale, { ...DATE, timeZone });
    this.#day = new Intl.DateTimeFormat(locale, { ...DAY, timeZone });
    this.#dayOfYear = new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric', timeZone });
    this.#full = new Intl.DateTimeFormat(locale, { ...FULL, timeZone });
    this.#key = new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone,
    });
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  }

  /** Hours and minutes. */
  clock(moment) {
    return this.#clock.format(moment);
  }

  /** Day and month, short. */
  date(moment) {
    return this.#date.format(moment);
  }

  /** The whole moment with the zone's short name. */
  full(moment) {
    return this.#full.format(moment);
  }

  /** A text that is equal for two moments of one calendar day in the zone: 2025-03-30. */
  dayKey(moment) {
    return this.#key.format(moment);
  }

  /** "Today", "Yesterday", or the date; with the year when it is another one. */
  day(moment, now) {
    const days = daysBetween(this.dayKey(moment), this.dayKey(now));
    if (days === 0 || days === 1) return capitalised(this.#relative.format(-days, 'day'));
    const sameYear = this.dayKey(moment).slice(0, 4) === this.dayKey(now).slice(0, 4);
    return capitalised((sameYear ? this.#day : this.#dayOfYear).format(moment));
  }
}

function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function capitalised(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
