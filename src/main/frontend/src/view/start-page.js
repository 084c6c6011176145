import { h } from '../dom/h.js';
import { logo } from '../dom/icons.js';

/** Shown when the server does not answer at the start; tries again by itself. */
export class StartPage {
  #timer = null;
  #again;
  #after;

  constructor({ ui: { t }, again, after }) {
    this.#again = again;
    this.#after = after;
    this.element = h(
      'main',
      { class: 'start' },
      logo(),
      h('h1', {}, t('error.start')),
      h('p', { role: 'alert' }, t('error.network')),
      h('button', { class: 'button', type: 'button', on: { click: again } }, t('error.again')),
    );
  }

  shown() {
    document.title = 'Ropeway';
    this.#timer = setTimeout(async () => {
      await this.#again();
      if (this.element.isConnected) this.shown();
    }, this.#after);
  }

  close() {
    clearTimeout(this.#timer);
  }
}
