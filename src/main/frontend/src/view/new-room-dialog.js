import { h, setText } from '../dom/h.js';
import { hashOfRoom } from '../format/route.js';
import { slugOf } from '../format/slug.js';
import { dialog } from './dialog.js';
import { sentenceFor } from './errors.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Asks for what a new room needs. The address follows the name until it is changed by hand. */
export class NewRoomDialog {
  #ui;
  #chat;
  #name;
  #slug;
  #problem;
  #slugTouched = false;

  constructor({ ui, chat }) {
    this.#ui = ui;
    this.#chat = chat;
    const { t } = ui;
    this.#name = h('input', {
      class: 'input',
      name: 'name',
      maxlength: 80,
      autocomplete: 'off',
      on: { input: () => this.#named() },
    });
    this.#slug = h('input', {
      class: 'input',
      name: 'slug',
      maxlength: 60,
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      'aria-describedby': 'new-room-slug-hint',
      on: { input: () => (this.#slugTouched = this.#slug.value !== '') },
    });
    this.#problem = h('p', { class: 'form-problem', role: 'alert' });
    this.element = dialog({ id: 'new-room', title: t('newRoom.title'), body: [this.#form(t)] });
  }

  open() {
    this.element.querySelector('form').reset();
    this.#slugTouched = false;
    setText(this.#problem, '');
    this.element.showModal();
    this.#name.focus();
  }

  #form(t) {
    return h(
      'form',
      { class: 'form', novalidate: true, on: { submit: (event) => this.#submitted(event) } },
      h('label', { class: 'field' }, h('span', {}, t('newRoom.name')), this.#name),
      h('label', { class: 'field' }, h('span', {}, t('newRoom.slug')), this.#slug),
      h('p', { class: 'hint', id: 'new-room-slug-hint' }, t('newRoom.slugHint')),
      h(
        'fieldset',
        { class: 'segments' },
        h('legend', {}, t('newRoom.who')),
        h('div', { class: 'segment-row' }, this.#choice('public', true), this.#choice('members')),
      ),
      this.#problem,
      h(
        'div',
        { class: 'dialog-actions' },
        h(
          'button',
          { class: 'button', type: 'button', on: { click: () => this.element.close() } },
          t('messages.cancel'),
        ),
        h('button', { class: 'button primary', type: 'submit' }, t('newRoom.create')),
      ),
    );
  }

  #choice(value, checked = false) {
    const input = h('input', { type: 'radio', name: 'visibility', value });
    input.defaultChecked = checked;
    return h('label', { class: 'segment' }, input, h('span', {}, this.#ui.t(`newRoom.${value}`)));
  }

  #named() {
    if (!this.#slugTouched) this.#slug.value = slugOf(this.#name.value);
  }

  async #submitted(event) {
    event.preventDefault();
    const { t } = this.#ui;
    const name = this.#name.value.trim();
    const slug = this.#slug.value.trim();
    if (name === '') return this.#tell(t('newRoom.nameMissing'), this.#name);
    if (!SLUG.test(slug)) return this.#tell(t('newRoom.slugWrong'), this.#slug);
    const visibility = new FormData(event.target).get('visibility');
    try {
      await this.#chat.createRoom({ slug, name, visibility });
    } catch (error) {
      const sentence = error.status === 409 ? t('error.conflict') : sentenceFor(error, t);
      return this.#tell(sentence, this.#slug);
    }
    this.element.close();
    location.hash = hashOfRoom(slug);
  }

  #tell(sentence, input) {
    setText(this.#problem, sentence);
    input.focus();
  }
}
