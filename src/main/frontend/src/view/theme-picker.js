import { h } from '../dom/h.js';
import { THEMES, chooseTheme, rememberedTheme } from '../dom/theme.js';

/** Light, dark, or what the device says. */
export function themePicker({ t }) {
  const chosen = rememberedTheme();
  const choices = THEMES.map((theme) =>
    h(
      'label',
      { class: 'segment' },
      h('input', {
        type: 'radio',
        name: 'theme',
        value: theme,
        checked: theme === chosen,
        on: { change: () => chooseTheme(theme) },
      }),
      h('span', {}, t(`settings.theme.${theme}`)),
    ),
  );
  return h(
    'fieldset',
    { class: 'segments' },
    h('legend', { class: 'pick-label' }, t('settings.theme')),
    h('div', { class: 'segment-row' }, choices),
  );
}
