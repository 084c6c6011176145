import { at } from '../../clients/support/server.mjs';

const CREDENTIALS = ['access-token', 'client', 'uid'];

/** Somebody's requests; answers are given as they were parsed, refusals thrown with `status`. */
export class Rest {
  #headers;

  constructor(headers = {}) {
    this.#headers = headers;
  }

  /** Signs in as the apps do, and gives the requests of that user, and what was told of them. */
  static async signIn(email, password) {
    const response = await answered('POST', 'auth/sign_in', {}, { email, password });
    const headers = {};
    for (const name of CREDENTIALS) headers[name] = response.headers.get(name);
    const { data } = await response.json();
    return { rest: new Rest(headers), user: data };
  }

  get(path) {
    return this.#ask('GET', path);
  }

  post(path, body = {}) {
    return this.#ask('POST', path, body);
  }

  delete(path) {
    return this.#ask('DELETE', path);
  }

  async #ask(method, path, body) {
    const response = await answered(method, path, this.#headers, body);
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  }
}

async function answered(method, path, headers, body) {
  const isJson = body && !(body instanceof FormData);
  const response = await fetch(at(path), {
    method,
    headers: { ...headers, ...(isJson ? { 'content-type': 'application/json' } : {}) },
    body: isJson ? JSON.stringify(body) : body,
  });
  if (!response.ok) {
    const refusal = new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    throw Object.assign(refusal, { status: response.status });
  }
  return response;
}
