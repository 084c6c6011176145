/** The languages of the page, by their code, each under the name its speakers use. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
};

/**
 * The language to show: the one chosen earlier, else the first one the browser asks for that the
 * page has, else English.
 *
 * @param {string|null} chosen language code remembered from an earlier visit
 * @param {readonly string[]} wanted tags of the browser, most wanted first
 */
export function languageFor(chosen, wanted) {
  if (chosen && Object.hasOwn(LANGUAGES, chosen)) return chosen;
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0];
    if (Object.hasOwn(LANGUAGES, code)) return code;
  }
  return 'en';
}

/**
 * The locale for times and numbers: the browser's own regional variant of the shown language if
 * it names one (de-AT for de), because clocks and dates differ by region.
 */
export function localeFor(language, wanted) {
  const regional = wanted.find((tag) => tag.toLowerCase().split('-')[0] === language);
  return regional ?? language;
}
