import { keep, recall } from '../../dom/storage.js';

/** The token is kept for this window alone, and until it is closed. */
const KEY = 'ropeway.desk.token';

/** The desk's REST resources, as its page uses them. */
export class DeskApi {
  /** The account that the page looks at. */
  accountId = null;

  #requests;

  constructor(requests) {
    this.#requests = requests;
    this.#use(recall('sessionStorage', KEY));
  }

  get token() {
    return this.#requests.credentials['access-token'] ?? null;
  }

  async signIn(email, password) {
    const answer = await this.#requests.exchange('POST', '/auth/sign_in', { email, password });
    this.#use(answer.headers.get('access-token'));
  }

  async signOut() {
    const ended = this.#requests.delete('/auth/sign_out');
    this.#use(null);
    await ended;
  }

  /** The accounts to try a demonstration with; any other server has none. */
  demoUsers() {
    return this.#requests.get('/api/demo-users');
  }

  profile() {
    return this.#requests.get('/api/v1/profile');
  }

  availability(availability) {
    const profile = { account_id: this.accountId, availability };
    return this.#requests.post('/api/v1/profile/availability', { profile });
  }

  /** A page of conversations, the liveliest first: `{meta, payload}`. */
  async conversations({ assignee, status, page }) {
    const query = new URLSearchParams({ assignee_type: assignee, status, page });
    const { data } = await this.#requests.get(this.#path(`/conversations?${query}`));
    return data;
  }

  conversation(id) {
    return this.#requests.get(this.#path(`/conversations/${id}`));
  }

  assign(id, assigneeId) {
    return this.#post(id, 'assignments', { assignee_id: assigneeId });
  }

  setStatus(id, status) {
    return this.#post(id, 'toggle_status', { status });
  }

  seen(id) {
    return this.#post(id, 'update_last_seen', {});
  }

  typing(id, types, inNote) {
    const body = { typing_status: types ? 'on' : 'off', is_private: inNote };
    return this.#post(id, 'toggle_typing_status', body);
  }

  /** Messages by ascending id: the newest, or those before or after an id. */
  async messages(id, { before, after } = {}) {
    const query = new URLSearchParams();
    if (before !== undefined) query.set('before', before);
    if (after !== undefined) query.set('after', after);
    const path = this.#path(`/conversations/${id}/messages?${query}`);
    return (await this.#requests.get(path)).payload;
  }

  say(id, { content, inNote, echoId }) {
    return this.#post(id, 'messages', { content, private: inNote, echo_id: echoId });
  }

  async assignable(inboxId) {
    const query = new URLSearchParams({ 'inbox_ids[]': inboxId });
    return (await this.#requests.get(this.#path(`/assignable_agents?${query}`))).payload;
  }

  async inboxes() {
    return (await this.#requests.get(this.#path('/inboxes'))).payload;
  }

  /** The newest notifications, read ones too: `{meta, payload}`. */
  async notices() {
    const query = new URLSearchParams({ sort_order: 'desc', 'includes[]': 'read', page: 1 });
    return (await this.#requests.get(this.#path(`/notifications?${query}`))).data;
  }

  noticeRead(id) {
    return this.#requests.patch(this.#path(`/notifications/${id}`), {});
  }

  allNoticesRead() {
    return this.#requests.post(this.#path('/notifications/read_all'), {});
  }

  #post(id, what, body) {
    return this.#requests.post(this.#path(`/conversations/${id}/${what}`), body);
  }

  #path(rest) {
    return `/api/v1/accounts/${this.accountId}${rest}`;
  }

  #use(token) {
    keep('sessionStorage', KEY, token);
    this.#requests.credentials = token ? { 'access-token': token } : {};
  }
}
