import { h, setText } from '../dom/h.js';

const FEW = 3;
const LOOK_EVERY = 5_000;

/** "Bob is typing…". Its place is kept free, so that nothing jumps. */
export class TypingLine {
  #ui;
  #chat;
  #text = h('span', {});
  #timer;

  constructor({ ui, chat }) {
    this.#ui = ui;
    this.#chat = chat;
    const dots = h('span', { class: 'typing-dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    this.element = h('p', { class: 'typing' }, dots, this.#text);
    this.#timer = setInterval(() => this.update(), LOOK_EVERY);
  }

  update() {
    const room = this.#chat.open?.room;
    const names = room?.typists.names(this.#chat.me.id, Date.now()) ?? [];
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
