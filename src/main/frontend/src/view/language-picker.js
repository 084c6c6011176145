import { h } from '../dom/h.js';
import { LANGUAGES } from '../i18n/languages.js';

/** A select with every language in its own name. */
export function languagePicker({ texts, t, chooseLanguage }) {
  const options = Object.entries(LANGUAGES).map(([code, name]) =>
    h('option', { value: code, lang: code }, name),
  );
  const select = h(
    'select',
    {
      class: 'select',
      'data-focus': 'language',
      on: { change: () => chooseLanguage(select.value) },
    },
    options,
  );
  select.value = texts.language;
  return h(
    'label',
    { class: 'pick' },
    h('span', { class: 'pick-label' }, t('settings.language')),
    select,
  );
}
