import { Api } from './api/api.js';
import { Requests } from './api/requests.js';
import { Cable } from './cable/cable.js';
import { Times } from './format/times.js';
import { chooseLanguage, loadTexts } from './i18n/load.js';
import { Chat } from './live/chat.js';
import { ChatPage } from './view/chat-page.js';
import { SignInPage } from './view/sign-in-page.js';
import { StartPage } from './view/start-page.js';

const CABLE = '/cable';
const START_AGAIN = 5_000;

/** Decides what the window shows: the sign-in form or, with a session, the chat. */
export class App {
  #root;
  #requests = new Requests();
  #api = new Api(this.#requests);
  #ui = null;
  #page = null;
  #chat = null;
  #show = () => {};

  constructor(root) {
    this.#root = root;
  }

  async start() {
    this.#useTexts(await loadTexts());
    await this.#enter();
  }

  /** Goes in with the session of the cookie, if there is one. */
  async #enter() {
    try {
      const me = await this.#api.me();
      this.#requests.csrfToken = me.csrfToken;
      this.#openChat(me);
    } catch (error) {
      if (error.status === 401) this.#openSignIn(null);
      else this.#openStart();
    }
  }

  #openChat(me) {
    const cable = new Cable(CABLE);
    const chat = new Chat({ me, api: this.#api, cable });
    this.#chat = chat;
    this.#requests.signedOut = () => this.#sessionEnded(chat);
    cable.on('state', (state) => {
      // Told not to come back: perhaps the session is over, and asking shows which it is.
      if (state === 'stopped') this.#api.me().catch(() => {});
    });
    this.#present(() => new ChatPage({ ui: this.#ui, chat }));
    cable.connect();
  }

  #openSignIn(notice) {
    this.#requests.signedOut = () => {};
    this.#requests.csrfToken = null;
    const enter = () => this.#enter();
    this.#present(() => new SignInPage({ ui: this.#ui, api: this.#api, notice, enter }));
  }

  #openStart() {
    if (this.#page instanceof StartPage) return;
    const again = () => this.#enter();
    this.#present(() => new StartPage({ ui: this.#ui, again, after: START_AGAIN }));
  }

  #sessionEnded(chat) {
    if (this.#chat !== chat) return;
    this.#closeChat();
    this.#openSignIn('signIn.ended');
  }

  async #signOut() {
    this.#chat?.forgetUnsent();
    this.#closeChat();
    this.#requests.signedOut = () => {};
    await this.#api.signOut().catch(() => {});
    this.#openSignIn('signIn.signedOut');
  }

  #closeChat() {
    this.#chat?.close();
    this.#chat = null;
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
