import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';

/** Says what a lost connection means for what the viewer writes, and offers to try at once. */
export class ConnectionBanner {
  #ui;
  #chat;
  #text = h('p', {});

  constructor({ ui, chat }) {
    this.#ui = ui;
    this.#chat = chat;
    this.element = h(
      'div',
      { class: 'banner', hidden: true },
      icon('warning'),
      this.#text,
      h(
        'button',
        { class: 'button small', type: 'button', on: { click: () => chat.cable.retry() } },
        ui.t('connection.retry'),
      ),
    );
  }

  update() {
    const { state } = this.#chat.cable;
    const quiet = state === 'live' || state === 'connecting';
    this.element.hidden = quiet;
    if (!quiet) setText(this.#text, this.#ui.t(`connection.${state}Hint`));
  }
}
