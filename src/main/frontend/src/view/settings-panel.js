import { h } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { languagePicker } from './language-picker.js';
import { themePicker } from './theme-picker.js';

/** Colours, language and the way out. A popover that opens above the viewer's name. */
export class SettingsPanel {
  /** @param {{ui: object, first: Node[]|undefined}} with what the page has to set besides */
  constructor({ ui, first }) {
    const { t, times, signOut } = ui;
    this.element = h(
      'div',
      {
        class: 'settings',
        id: 'settings',
        popover: 'auto',
        role: 'dialog',
        'aria-labelledby': 'settings-title',
      },
      h('h2', { id: 'settings-title' }, t('settings.title')),
      first,
      themePicker(ui),
      languagePicker(ui),
      h('p', { class: 'zone' }, icon('clock'), t('settings.zone', { zone: zoneName(times.zone) })),
      h(
        'button',
        { class: 'button wide', type: 'button', on: { click: signOut } },
        icon('leave'),
        t('settings.signOut'),
      ),
    );
  }
}

/** "America/New_York" reads better with a space. */
function zoneName(zone) {
  return zone.replaceAll('_', ' ');
}
