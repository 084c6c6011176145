import { h, setAttribute, setText } from '../../dom/h.js';
import { icon } from '../../dom/icons.js';
import { isEmbedded, tellHost } from '../host.js';

/** Whom the visitor talks to, who of them is there, and the ways out. */
export class WidgetHead {
  #ui;
  #visit;
  #who = h('p', { class: 'who' });
  #resolve;

  constructor({ ui, visit }) {
    this.#ui = ui;
    this.#visit = visit;
    const { t } = ui;
    this.#resolve = button('check', t('widget.end'), () => visit.resolve());
    this.element = h(
      'header',
      { class: 'widget-head' },
      h('div', { class: 'widget-title' }, h('h1', {}, visit.website.welcome_title), this.#who),
      this.#resolve,
      isEmbedded() && button('close', t('widget.hide'), () => tellHost('hide')),
    );
  }

  update() {
    const { t, texts } = this.#ui;
    const names = this.#visit.present;
    setText(
      this.#who,
      names.length > 0
        ? t('widget.present', { count: names.length, names: texts.list(names) })
        : t('widget.away'),
    );
    setAttribute(this.#who, 'data-presence', names.length > 0 ? 'online' : 'offline');
    this.#resolve.hidden = this.#visit.status === null || this.#visit.status === 'resolved';
  }
}

function button(picture, name, run) {
  return h(
    'button',
    {
      class: 'icon-button',
      type: 'button',
      'aria-label': name,
      title: name,
      on: { click: run },
    },
    icon(picture),
  );
}
