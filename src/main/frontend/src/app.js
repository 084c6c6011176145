import { Times } from './format/times.js';
import { chooseLanguage, loadTexts } from './i18n/load.js';
import { SignInPage } from './view/sign-in-page.js';
import { StartPage } from './view/start-page.js';

const START_AGAIN = 5_000;

/** Decides what the window shows: the sign-in form or, with a session, what is behind it. */
export class App {
  #root;
  #place;
  #ui = null;
  #page = null;
  #live = null;
  #show = () => {};

  /**
   * @param {HTMLElement} root
   * @param {object} place what is behind the sign-in form: its `api` to sign in and out with, the
   *     `requests` that it makes, the `lead` of the form, `enter()` for who the session is of,
   *     `open(me)` for everything live of a viewer (with a `cable` and `close()`),
   *     `page({ui, live})`, and `leave(live)` for when the viewer signs out
   */
  constructor(root, place) {
    this.#root = root;
    this.#place = place;
  }

  async start() {
    this.#useTexts(await loadTexts());
    await this.#enter();
  }

  /** Goes in with the session, if there is one. */
  async #enter() {
    try {
      this.#open(await this.#place.enter());
    } catch (error) {
      if (error.status === 401) this.#openSignIn(null);
      else if (error.status === 403) this.#openSignIn('error.forbidden');
      else this.#openStart();
    }
  }

  #open(me) {
    const live = this.#place.open(me);
    this.#live = live;
    this.#place.requests.signedOut = () => this.#sessionEnded(live);
    live.cable.on('state', (state) => {
      // Told not to come back: perhaps the session is over, and asking shows which it is.
      if (state === 'stopped') this.#place.enter().catch(() => {});
    });
    this.#present(() => this.#place.page({ ui: this.#ui, live }));
    live.cable.connect();
  }

  #openSignIn(notice) {
    this.#place.requests.signedOut = () => {};
    Object.assign(this.#place.requests, { csrfToken: null, credentials: {} });
    const enter = () => this.#enter();
    const { api, lead } = this.#place;
    this.#present(() => new SignInPage({ ui: this.#ui, api, lead, notice, enter }));
  }

  #openStart() {
    if (this.#page instanceof StartPage) return;
    const again = () => this.#enter();
    this.#present(() => new StartPage({ ui: this.#ui, again, after: START_AGAIN }));
  }

  #sessionEnded(live) {
    if (this.#live !== live) return;
    this.#close();
    this.#openSignIn('signIn.ended');
  }

  async #signOut() {
    if (this.#live) this.#place.leave(this.#live);
    this.#close();
    this.#place.requests.signedOut = () => {};
    await this.#place.api.signOut().catch(() => {});
    this.#openSignIn('signIn.signedOut');
  }

  #close() {
    this.#live?.close();
    this.#live = null;
  }

  #present(make) {
    this.#show = () => {
      this.#page?.close();
      this.#page = make();
      this.#root.replaceChildren(this.#page.element);
      this.#page.shown();
    };
    this.#show();
  }

  #useTexts(texts) {
    this.#ui = {
      texts,
      t: (key, places) => texts.t(key, places),
      times: new Times(texts.locale),
      chooseLanguage: async (language) => {
        this.#useTexts(await chooseLanguage(language));
        this.#show();
      },
      signOut: () => this.#signOut(),
    };
  }
}
