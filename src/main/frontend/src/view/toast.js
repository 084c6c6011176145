import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';

const STAYS = 8_000;

/** A sentence about something that did not work, until it is dismissed or a while has passed. */
export class Toast {
  #text = h('p', {});
  #box;
  #timer = null;

  constructor({ t }) {
    this.#box = h(
      'div',
      { class: 'toast', hidden: true },
      this.#text,
      h(
        'button',
        {
          class: 'icon-button',
          type: 'button',
          'aria-label': t('error.dismiss'),
          on: { click: () => this.#hide() },
        },
        icon('close'),
      ),
    );
    this.element = h('div', { class: 'toasts', role: 'alert' }, this.#box);
  }

  show(sentence) {
    clearTimeout(this.#timer);
    setText(this.#text, sentence);
    this.#box.hidden = false;
    this.#timer = setTimeout(() => this.#hide(), STAYS);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#box.hidden = true;
    setText(this.#text, '');
  }
}
