import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { growingTextarea } from '../view/growing-textarea.js';

/** Somebody who has not pressed a key for this long is no longer typing. */
const IDLE = 8_000;
/** What a message may hold; characters are code points. */
const LIMIT = 150_000;

/** The field to write in. Enter sends, Shift+Enter starts a new line. */
export class ReplyField {
  #callbacks;
  #field;
  #send;
  #hint = h('p', { class: 'hint', id: 'composer-hint' });
  #idleTimer = null;

  /**
   * @param {object} ui
   * @param {{typed(text: string): void, stopped(): void, sent(text: string): void}} callbacks
   */
  constructor(ui, callbacks) {
    this.#callbacks = callbacks;
    const { t } = ui;
    this.#field = growingTextarea({
      id: 'composer',
      enterkeyhint: 'send',
      'aria-describedby': 'composer-hint',
      on: {
        input: () => this.#typed(),
        keydown: (event) => this.#pressed(event),
        blur: () => this.#stopped(),
      },
    });
    this.#send = h(
      'button',
      {
        class: 'send',
        type: 'submit',
        'aria-label': t('composer.send'),
        title: t('composer.send'),
      },
      icon('send'),
    );
    setText(this.#hint, t('composer.hint'));
    this.element = h(
      'form',
      { class: 'composer', on: { submit: (event) => this.#submitted(event) } },
      h('div', { class: 'composer-box' }, this.#field, this.#send),
      h('div', { class: 'composer-notes' }, this.#hint),
    );
  }

  get value() {
    return this.#field.value;
  }

  set value(text) {
    clearTimeout(this.#idleTimer);
    this.#field.value = text;
    this.#show();
  }

  /** Says to whom one writes here. */
  label(text) {
    this.#field.setAttribute('aria-label', text);
    this.#field.placeholder = text;
  }

  focus() {
    this.#field.focus();
  }

  close() {
    clearTimeout(this.#idleTimer);
  }

  #typed() {
    this.#callbacks.typed(this.#field.value);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#callbacks.stopped(), IDLE);
    this.#show();
  }

  #stopped() {
    clearTimeout(this.#idleTimer);
    this.#callbacks.stopped();
  }

  #pressed(event) {
    // While an input method composes, Enter picks a suggestion.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    }
  }

  #submitted(event) {
    event.preventDefault();
    this.#submit();
    this.#field.focus();
  }

  #submit() {
    const text = this.#field.value.trim();
    if (!isSendable(text)) return;
    this.value = '';
    this.#callbacks.sent(text);
  }

  #show() {
    this.#field.fit();
    const sendable = isSendable(this.#field.value.trim());
    this.#send.setAttribute('aria-disabled', String(!sendable));
  }
}

function isSendable(text) {
  return text !== '' && (text.length <= LIMIT || [...text].length <= LIMIT);
}
