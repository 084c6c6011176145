import { ApiError, errorOf } from './api-error.js';

const PATIENCE = 20_000;

/** Sends JSON requests with the page's session cookie. */
export class Requests {
  /** Proves that a request comes from this page; known once the viewer is. */
  csrfToken = null;

  /** Headers that say who asks, where no cookie does. */
  credentials = {};

  /** Called when the server no longer knows the session. */
  signedOut = () => {};

  get(path) {
    return this.#send('GET', path);
  }

  post(path, body) {
    return this.#send('POST', path, body);
  }

  put(path, body) {
    return this.#send('PUT', path, body);
  }

  patch(path, body) {
    return this.#send('PATCH', path, body);
  }

  delete(path) {
    return this.#send('DELETE', path);
  }

  async #send(method, path, body) {
    const text = await (await this.exchange(method, path, body)).text();
    return text === '' ? null : JSON.parse(text);
  }

  /** The whole response, for callers that read its headers. */
  async exchange(method, path, body) {
    const headers = { Accept: 'application/json', ...this.credentials };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (this.csrfToken && method !== 'GET') headers['X-CSRF-Token'] = this.csrfToken;
    const response = await this.#fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) {
      if (response.status === 401) this.signedOut();
      throw await errorOf(response);
    }
    return response;
  }

  async #fetch(path, options) {
    try {
      return await fetch(path, options);
    } catch {
      throw new ApiError({ status: 0 });
    }
  }
}
