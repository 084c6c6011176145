import { h, setText } from '../dom/h.js';

const FEW = 3;
const LOOK_EVERY = 5_000;

/** "Bob is typing…". Its place is kept free, so that nothing jumps. */
export class TypingLine {
  #ui;
  #names;
  #text = h('span', {});
  #timer;

  /** @param {{ui: object, names: () => string[]}} of the names of those who type just now */
  constructor({ ui, names }) {
    this.#ui = ui;
    this.#names = names;
    const dots = h('span', { class: 'typing-dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    this.element = h('p', { class: 'typing' }, dots, this.#text);
    this.#timer = setInterval(() => this.update(), LOOK_EVERY);
  }

  update() {
    const names = this.#names();
    setText(this.#text, names.length > 0 ? this.#sentence(names) : '');
    this.element.classList.toggle('shown', names.length > 0);
  }

  close() {
    clearInterval(this.#timer);
  }

  #sentence(names) {
    const { t, texts } = this.#ui;
    if (names.length > FEW) return t('typing.many');
    return t(names.length === 1 ? 'typing.one' : 'typing.few', { names: texts.list(names) });
  }
}
