import { randomBytes } from 'node:crypto';
import { eventually } from './eventually.js';

/** Where the server under test is, without a slash at the end. */
export const SERVER = (() => {
  const url = process.env.ROPEWAY_URL;
  if (!url) throw new Error('Set ROPEWAY_URL to the address of a running Ropeway with demo data');
  return url.replace(/\/+$/, '');
})();

/** The demo people; each one's password is the login and "-demo". */
export const PEOPLE = { ada: 'Ada', bob: 'Bob', cyd: 'Cyd', dan: 'Dan' };

export const passwordOf = (login) => `${login}-demo`;

/** A text or name that no other run has used. */
export const unique = (text) => `${text} ${randomBytes(4).toString('hex')}`;

/** A signed-in user of the REST API, to prepare what a test needs. */
export class ApiUser {
  static #users = new Map();

  /** One token a person for the whole run, as signing in is limited. */
  static as(login) {
    const user = ApiUser.#users.get(login) ?? new ApiUser(login);
    ApiUser.#users.set(login, user);
    return user;
  }

  #login;
  #token = null;

  constructor(login) {
    this.#login = login;
  }

  async token() {
    this.#token ??= this.#signIn();
    return this.#token;
  }

  async request(method, path, body) {
    return send(method, path, body, { Authorization: `Bearer ${await this.token()}` });
  }

  async me() {
    return this.request('GET', '/api/me');
  }

  async say(slug, text) {
    return this.request('POST', `/api/rooms/${slug}/messages`, { text });
  }

  /** Writes numbered messages, one after the other. */
  async sayMany(slug, count, text = 'line') {
    for (let number = 1; number <= count; number += 1) await this.say(slug, `${text} ${number}`);
  }

  async #signIn() {
    const credentials = {
      login: this.#login,
      password: passwordOf(this.#login),
    };
    return (await send('POST', '/api/tokens', { ...credentials, label: 'page test' })).token;
  }
}

/** Waits until somebody's window follows a room, so that what is said there is news to them. */
export async function followed(room, name) {
  const members = () => ApiUser.as('ada').request('GET', `/api/rooms/${room.slug}/members`);
  const isOnline = (member) => member.name === name && member.online;
  await eventually(async () => (await members()).some(isOnline), `${name} to follow ${room.name}`);
}

/** A room of its own for a test, made by Ada. */
export async function freshRoom({ visibility = 'public', members = [] } = {}) {
  const name = unique('Test');
  const slug = name.toLowerCase().replace(' ', '-');
  const ada = ApiUser.as('ada');
  await ada.request('POST', '/api/rooms', { slug, name, visibility });
  for (const login of members) {
    const { id } = await ApiUser.as(login).me();
    await ada.request('PUT', `/api/rooms/${slug}/members/${id}`, {
      role: 'member',
    });
  }
  return { slug, name };
}

async function send(method, path, body, headers = {}) {
  const response = await fetch(SERVER + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}
