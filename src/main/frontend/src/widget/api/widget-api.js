import { keep, recall } from '../../dom/storage.js';

/** The widget's REST resources: always the visitor's newest conversation. */
export class WidgetApi {
  #requests;
  #website;
  #key;

  constructor(requests, websiteToken) {
    this.#requests = requests;
    this.#website = websiteToken;
    this.#key = `ropeway.widget.${websiteToken}`;
    this.#use(recall('localStorage', this.#key));
  }

  /** Comes in, and is the same visitor from now on. */
  async begin() {
    const answer = await this.#requests.post(this.#path('/config'), {});
    const { auth_token: token } = answer.website_channel_config;
    keep('localStorage', this.#key, token);
    this.#use(token);
    return answer;
  }

  /** Who answers here: `{payload}`. */
  team() {
    return this.#requests.get(this.#path('/inbox_members'));
  }

  /** The conversation; an empty object if there is none yet. */
  conversation() {
    return this.#requests.get(this.#path('/conversations'));
  }

  /** Begins another conversation, after one that is over. */
  beginConversation() {
    return this.#requests.post(this.#path('/conversations'), {});
  }

  resolve() {
    return this.#requests.get(this.#path('/conversations/toggle_status'));
  }

  seen() {
    return this.#requests.post(this.#path('/conversations/update_last_seen'), {});
  }

  typing(id, types) {
    const body = { typing_status: types ? 'on' : 'off' };
    return this.#requests.post(this.#path('/conversations/toggle_typing'), body);
  }

  /** Messages by ascending id: the newest, or those before or after an id. */
  async messages(id, { before, after } = {}) {
    const places = {};
    if (before !== undefined) places.before = before;
    if (after !== undefined) places.after = after;
    return (await this.#requests.get(this.#path('/messages', places))).payload;
  }

  say(id, { content, echoId }) {
    const message = {
      content,
      echo_id: echoId,
      referer_url: document.referrer,
      timestamp: new Date().toString(),
    };
    return this.#requests.post(this.#path('/messages'), { message });
  }

  #path(rest, places = {}) {
    const query = new URLSearchParams({ website_token: this.#website, ...places });
    return `/api/v1/widget${rest}?${query}`;
  }

  #use(token) {
    this.#requests.credentials = token ? { 'X-Auth-Token': token } : {};
  }
}
