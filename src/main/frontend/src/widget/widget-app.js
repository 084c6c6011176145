import { Requests } from '../api/requests.js';
import { Cable } from '../cable/cable.js';
import { h } from '../dom/h.js';
import { Times } from '../format/times.js';
import { loadTexts } from '../i18n/load.js';
import { StartPage } from '../view/start-page.js';
import { WidgetApi } from './api/widget-api.js';
import { Visit } from './live/visit.js';
import { WidgetPage } from './view/widget-page.js';

const START_AGAIN = 5_000;

/** The widget of one website: comes in as the visitor of before, else as a new one. */
export class WidgetApp {
  #root;
  #api;
  #ui = null;
  #page = null;

  constructor(root, websiteToken) {
    this.#root = root;
    this.#api = new WidgetApi(new Requests(), websiteToken);
  }

  async start() {
    this.#useTexts(await loadTexts());
    await this.#enter();
  }

  async #enter() {
    try {
      const { contact, website_channel_config: website } = await this.#api.begin();
      const { payload: team } = await this.#api.team();
      // Said so, it counts before the cookie of whoever has signed in at this host.
      const cable = new Cable(`/cable?${new URLSearchParams({ token: contact.pubsub_token })}`);
      const visit = new Visit({ api: this.#api, cable, contact, website, team });
      this.#present(new WidgetPage({ ui: this.#ui, visit }));
      cable.connect();
    } catch (error) {
      if (error.status === 404) this.#present(this.#unknown());
      else if (!(this.#page instanceof StartPage)) this.#present(this.#startPage());
    }
  }

  #startPage() {
    return new StartPage({ ui: this.#ui, again: () => this.#enter(), after: START_AGAIN });
  }

  #unknown() {
    const { t } = this.#ui;
    const element = h(
      'main',
      { class: 'start' },
      h('h1', {}, t('widget.unknown')),
      h('p', {}, t('widget.unknownHint')),
    );
    return { element, shown: () => {}, close: () => {} };
  }

  #present(page) {
    this.#page?.close();
    this.#page = page;
    this.#root.replaceChildren(page.element);
    page.shown();
  }

  #useTexts(texts) {
    this.#ui = {
      texts,
      t: (key, places) => texts.t(key, places),
      times: new Times(texts.locale),
    };
  }
}
