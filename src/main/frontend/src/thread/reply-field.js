import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { DESK_LIMIT, leftOf } from '../model/text-limit.js';
import { growingTextarea } from '../view/growing-textarea.js';

/** Somebody who has not pressed a key for this long is no longer typing. */
const IDLE = 8_000;
/** The count of characters shows once this few are left. */
const COUNT_FROM = 500;

/** The field to write in. Enter sends, Shift+Enter starts a new line. */
export class ReplyField {
  #ui;
  #callbacks;
  #limit;
  #field;
  #send;
  #count = h('p', { class: 'count', role: 'status' });
  #idleTimer = null;

  /**
   * @param {object} ui
   * @param {object} callbacks
   * @param {(text: string) => void} callbacks.typed
   * @param {() => void} callbacks.stopped
   * @param {(text: string) => void} callbacks.sent
   * @param {() => boolean} [callbacks.up] the arrow up was pressed in the empty field; whether that
   *   did something
   * @param {import('../model/text-limit.js').TextLimit} [limit]
   */
  constructor(ui, callbacks, limit = DESK_LIMIT) {
    this.#ui = ui;
    this.#callbacks = callbacks;
    this.#limit = limit;
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
    this.element = h(
      'form',
      { class: 'composer', on: { submit: (event) => this.#submitted(event) } },
      h('div', { class: 'composer-box' }, this.#field, this.#send),
      h(
        'div',
        { class: 'composer-notes' },
        h('p', { class: 'hint', id: 'composer-hint' }, t('composer.hint')),
        this.#count,
      ),
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
  label(text, placeholder = text) {
    this.#field.setAttribute('aria-label', text);
    this.#field.placeholder = placeholder;
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
    } else if (event.key === 'ArrowUp' && this.#field.value === '' && this.#callbacks.up?.()) {
      event.preventDefault();
    }
  }

  #submitted(event) {
    event.preventDefault();
    this.#submit();
    this.#field.focus();
  }

  #submit() {
    const text = this.#field.value.trim();
    if (text === '' || leftOf(text, this.#limit) < 0) return;
    this.value = '';
    this.#callbacks.sent(text);
  }

  #show() {
    const { t } = this.#ui;
    const { most } = this.#limit;
    const text = this.#field.value.trim();
    const left = leftOf(text, this.#limit);
    this.#field.fit();
    this.#send.setAttribute('aria-disabled', String(text === '' || left < 0));
    this.#field.toggleAttribute('aria-invalid', left < 0);
    if (left < 0) setText(this.#count, t('composer.tooLong', { count: -left }));
    else if (left > COUNT_FROM) setText(this.#count, '');
    else setText(this.#count, t('composer.length', { count: most - left, limit: most }));
  }
}
