/**
 * The texts of one language. A text may hold `{name}` places; a text with several forms for
 * numbers is an object keyed by plural category (`one`, `other`, …).
 */
export class Texts {
  #entries;
  #plurals;
  #numbers;
  #lists;

  /**
   * @param {string} language code of the texts
   * @param {string} locale tag for numbers and lists
   * @param {Record<string, string|object>} entries the texts by their keys
   */
  constructor(language, locale, entries) {
    this.language = language;
    this.locale = locale;
    this.#entries = entries;
    this.#plurals = new Intl.PluralRules(language);
    this.#numbers = new Intl.NumberFormat(locale);
    this.#lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  /** The text of a key with its places filled; `count` picks the plural form. */
  t(key, places = {}) {
    const entry = this.#entries[key];
    if (entry === undefined) throw new Error(`No text is named ${key}`);
    const text =
      typeof entry === 'string'
        ? entry
        : (entry[this.#plurals.select(places.count)] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = places[name];
      return typeof value === 'number' ? this.#numbers.format(value) : String(value);
    });
  }

  /** A number as the viewer writes it. */
  number(value) {
    return this.#numbers.format(value);
  }

  /** Names as an enumeration: "Ada, Bob and Cyd". */
  list(names) {
    return this.#lists.format(names);
  }
}
