/** The server's REST resources, as the page uses them. */
export class Api {
  #requests;

  constructor(requests) {
    this.#requests = requests;
  }

  /** Signs in; the session comes as a cookie that scripts cannot read. */
  signIn(login, password, label) {
    return this.#requests.post('/api/tokens', { login, password, label, cookie: true });
  }

  signOut() {
    return this.#requests.delete('/api/tokens/current');
  }

  me() {
    return this.#requests.get('/api/me');
  }

  /** The accounts to try a demonstration with; any other server has none. */
  demoUsers() {
    return this.#requests.get('/api/demo-users');
  }

  rooms() {
    return this.#requests.get('/api/rooms');
  }

  createRoom(room) {
    return this.#requests.post('/api/rooms', room);
  }

  addMember(slug, userId) {
    return this.#requests.put(`${roomPath(slug)}/members/${userId}`, {});
  }

  /** A page of messages, ascending: those right before or after an id. */
  messages(slug, { before, after, limit }) {
    const query = new URLSearchParams({ limit });
    if (before !== undefined) query.set('before', before);
    if (after !== undefined) query.set('after', after);
    return this.#requests.get(`${roomPath(slug)}/messages?${query}`);
  }

  editMessage(slug, messageId, text) {
    return this.#requests.patch(`${roomPath(slug)}/messages/${messageId}`, { text });
  }

  deleteMessage(slug, messageId) {
    return this.#requests.delete(`${roomPath(slug)}/messages/${messageId}`);
  }
}

function roomPath(slug) {
  return `/api/rooms/${encodeURIComponent(slug)}`;
}
