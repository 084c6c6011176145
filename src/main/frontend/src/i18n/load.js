import { keep, recall } from '../dom/storage.js';
import { languageFor, localeFor } from './languages.js';
import { Texts } from './texts.js';

const KEY = 'ropeway.language';

/** One file a language; each becomes a chunk of its own that is fetched only when it is shown. */
const FILES = {
  en: () => import('../texts/en.js'),
  de: () => import('../texts/de.js'),
  es: () => import('../texts/es.js'),
  fr: () => import('../texts/fr.js'),
};

/** The texts of the viewer's language. */
export async function loadTexts() {
  const wanted = navigator.languages ?? [navigator.language];
  const language = languageFor(recall('localStorage', KEY), wanted);
  const { default: entries } = await FILES[language]();
  document.documentElement.lang = language;
  return new Texts(language, localeFor(language, wanted), entries);
}

/** Remembers a language on this device and loads its texts. */
export async function chooseLanguage(language) {
  keep('localStorage', KEY, language);
  return loadTexts();
}
