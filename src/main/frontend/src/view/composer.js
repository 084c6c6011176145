import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { TEXT_LIMIT, leftOf } from '../model/text-limit.js';
import { growingTextarea } from './growing-textarea.js';

/** Somebody who has not pressed a key for this long is no longer typing. */
const IDLE = 8_000;
/** The count of characters shows once this few are left. */
const COUNT_FROM = 500;

/** The field to write in. Enter sends, Shift+Enter starts a new line. */
export class Composer {
  #ui;
  #chat;
  #editLast;
  #field;
  #send;
  #count = h('p', { class: 'count', role: 'status' });
  #idleTimer = null;
  #session = null;

  constructor({ ui, chat, editLast }) {
    this.#ui = ui;
    this.#chat = chat;
    this.#editLast = editLast;
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

  opened() {
    this.#stopped();
    this.#session = this.#chat.open;
    this.#field.value = this.#session?.room.draft ?? '';
    this.#show();
  }

  update() {
    if (this.#session !== this.#chat.open) this.opened();
    const room = this.#session?.room;
    if (!room) return;
    const label = this.#ui.t('composer.label', { room: room.name });
    this.#field.setAttribute('aria-label', label);
    this.#field.placeholder = this.#ui.t('composer.placeholder', { room: room.name });
  }

  focus() {
    this.#field.focus();
  }

  close() {
    clearTimeout(this.#idleTimer);
  }

  #typed() {
    const session = this.#session;
    if (!session) return;
    session.room.draft = this.#field.value;
    session.typed(this.#field.value);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => session.stoppedTyping(), IDLE);
    this.#show();
  }

  #stopped() {
    clearTimeout(this.#idleTimer);
    this.#session?.stoppedTyping();
  }

  #pressed(event) {
    // While an input method composes, Enter picks a suggestion.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'ArrowUp' && this.#field.value === '') {
      if (this.#editLast()) event.preventDefault();
    }
  }

  #submitted(event) {
    event.preventDefault();
    this.#submit();
    this.#field.focus();
  }

  #submit() {
    const text = this.#field.value.trim();
    if (text === '' || leftOf(text) < 0 || !this.#session) return;
    clearTimeout(this.#idleTimer);
    this.#field.value = '';
    this.#session.room.draft = '';
    this.#session.speak(text);
    this.#show();
  }

  #show() {
    const { t } = this.#ui;
    const text = this.#field.value.trim();
    const left = leftOf(text);
    this.#field.fit();
    this.#send.setAttribute('aria-disabled', String(text === '' || left < 0));
    this.#field.toggleAttribute('aria-invalid', left < 0);
    if (left < 0) setText(this.#count, t('composer.tooLong', { count: -left }));
    else if (left > COUNT_FROM) setText(this.#count, '');
    else
      setText(this.#count, t('composer.length', { count: TEXT_LIMIT - left, limit: TEXT_LIMIT }));
  }
}
