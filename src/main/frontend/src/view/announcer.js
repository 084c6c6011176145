import { h, setText } from '../dom/h.js';

const KEPT = 5;
const SHORT = 200;

/** Tells screen readers what sighted viewers see happen: new messages and the connection. */
export class Announcer {
  #ui;
  #chat;
  #messages = h('div', { role: 'log', 'aria-live': 'polite' });
  #connection = h('div', { role: 'status' });
  #wasBroken = false;

  constructor(ui, chat) {
    this.#ui = ui;
    this.#chat = chat;
    this.element = h('div', { class: 'unseen' }, this.#messages, this.#connection);
  }

  said(message) {
    if (String(message.sender.id) === String(this.#chat.me.id)) return;
    const text = message.text.length > SHORT ? `${message.text.slice(0, SHORT)}…` : message.text;
    const line = this.#ui.t('messages.said', { name: message.sender.name, text });
    this.#messages.append(h('p', {}, line));
    while (this.#messages.childElementCount > KEPT) this.#messages.firstElementChild.remove();
  }

  connectionChanged() {
    const { state } = this.#chat.cable;
    if (state === 'connecting') return;
    if (state === 'live') {
      setText(this.#connection, this.#wasBroken ? this.#ui.t('connection.back') : '');
    } else {
      setText(this.#connection, this.#ui.t(`connection.${state}Hint`));
    }
    this.#wasBroken = state !== 'live';
  }
}
