import { h, setText } from '../dom/h.js';
import { icon, logo } from '../dom/icons.js';
import { sentenceFor } from './errors.js';
import { avatar } from './avatar.js';
import { languagePicker } from './language-picker.js';
import { themePicker } from './theme-picker.js';

/** The sign-in form, with the demonstration's accounts where the server offers them. */
export class SignInPage {
  #ui;
  #api;
  #enter;
  #login;
  #password;
  #problem;
  #submit;
  #demo;
  #busy = false;

  constructor({ ui, api, lead, notice, enter }) {
    this.#ui = ui;
    this.#api = api;
    this.#enter = enter;
    const { t } = ui;
    this.#login = field({ name: 'username', autocomplete: 'username', autocapitalize: 'none' });
    this.#password = field({
      name: 'password',
      type: 'password',
      autocomplete: 'current-password',
    });
    this.#problem = h('p', { class: 'form-problem', role: 'alert', id: 'sign-in-problem' });
    this.#submit = h(
      'button',
      { class: 'button primary wide', type: 'submit' },
      t('signIn.submit'),
    );
    this.#demo = h('section', { class: 'demo', hidden: true, 'aria-labelledby': 'demo-title' });
    this.element = h(
      'main',
      { class: 'sign-in' },
      h(
        'div',
        { class: 'sign-in-card' },
        logo(),
        h('h1', {}, t('signIn.title')),
        h('p', { class: 'lead' }, t(lead)),
        notice && h('p', { class: 'notice', role: 'status' }, t(notice)),
        this.#form(t),
        this.#demo,
      ),
      h('div', { class: 'sign-in-settings' }, themePicker(ui), languagePicker(ui)),
    );
  }

  shown() {
    document.title = this.#ui.t('signIn.title');
    this.#login.focus();
    this.#offerDemoUsers();
  }

  close() {}

  #form(t) {
    return h(
      'form',
      { class: 'form', novalidate: true, on: { submit: (event) => this.#submitted(event) } },
      h('label', { class: 'field' }, h('span', {}, t('signIn.login')), this.#login),
      h('label', { class: 'field' }, h('span', {}, t('signIn.password')), this.#password),
      this.#problem,
      this.#submit,
    );
  }

  #submitted(event) {
    event.preventDefault();
    const login = this.#login.value.trim();
    const password = this.#password.value;
    if (login === '' || password === '') {
      this.#tell(this.#ui.t('signIn.missing'));
      (login === '' ? this.#login : this.#password).focus();
      return;
    }
    this.#signIn(login, password);
  }

  async #signIn(login, password) {
    if (this.#busy) return;
    this.#setBusy(true);
    this.#tell('');
    try {
      await this.#api.signIn(login, password, this.#ui.t('signIn.tokenLabel'));
      await this.#enter();
    } catch (error) {
      this.#tell(this.#sentenceFor(error));
      this.#setBusy(false);
      this.#password.select();
      this.#password.focus();
    }
  }

  #sentenceFor(error) {
    const { t } = this.#ui;
    if (error.status === 401) return t('signIn.wrong');
    if (error.status === 429 && error.retryAfter !== null) {
      return t('signIn.tooMany', { count: error.retryAfter });
    }
    return sentenceFor(error, t);
  }

  #tell(sentence) {
    setText(this.#problem, sentence);
    for (const input of [this.#login, this.#password]) {
      if (sentence === '') input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    }
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.#submit.setAttribute('aria-disabled', String(busy));
    setText(this.#submit, this.#ui.t(busy ? 'signIn.busy' : 'signIn.submit'));
  }

  /** A server that is no demonstration has no such list, and the form alone does. */
  async #offerDemoUsers() {
    const users = await this.#api.demoUsers().catch(() => []);
    if (!Array.isArray(users) || users.length === 0) return;
    const { t } = this.#ui;
    const buttons = users.map(({ login, name, password }, place) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            class: 'demo-user',
            type: 'button',
            'aria-label': t('signIn.as', { name }),
            on: { click: () => this.#signIn(login, password) },
          },
          avatar({ id: place + 1, name }),
          h('span', { class: 'demo-name' }, name),
          icon('send'),
        ),
      ),
    );
    this.#demo.replaceChildren(
      h('h2', { id: 'demo-title' }, t('signIn.demo')),
      h('ul', { class: 'demo-users', role: 'list' }, buttons),
    );
    this.#demo.hidden = false;
  }
}

function field(attributes) {
  return h('input', {
    class: 'input',
    required: true,
    spellcheck: 'false',
    'aria-describedby': 'sign-in-problem',
    ...attributes,
  });
}
