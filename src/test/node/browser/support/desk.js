import { after } from 'node:test';
import WebSocket from 'ws';
import { eventually } from './eventually.js';
import { ApiUser, SERVER, unique } from './server.js';

/** The account of the demonstration, for the paths of the desk's API. */
export async function deskPath() {
  const { account_id: account } = await ApiUser.as('ada').request('GET', '/api/v1/profile');
  return `/api/v1/accounts/${account}`;
}

/** The profile of one of the demo people. */
export const profileOf = (login) => ApiUser.as(login).request('GET', '/api/v1/profile');

/** Somebody who asks at the desk, by the API that programs use. */
export class Contact {
  static #opened = [];

  /** A contact with a conversation that nobody has, in which one question was asked. */
  static async asking(question, name = unique('Zoe')) {
    const contact = new Contact(name);
    await contact.#begin();
    await contact.say(question);
    await contact.assigned(null);
    return contact;
  }

  /** Closes the sockets of all contacts. */
  static closeAll() {
    for (const socket of Contact.#opened.splice(0)) socket.terminate();
  }

  heard = [];

  #path;

  constructor(name) {
    this.name = name;
  }

  async #begin() {
    const { payload } = await ApiUser.as('ada').request('GET', `${await deskPath()}/inboxes`);
    const inbox = payload.find(({ channel_type: type }) => type === 'Channel::Api');
    const base = `/public/api/v1/inboxes/${inbox.inbox_identifier}/contacts`;
    const made = await call('POST', base, { name: this.name });
    this.id = made.id;
    this.token = made.pubsub_token;
    const conversations = `${base}/${made.source_id}/conversations`;
    this.conversation = (await call('POST', conversations, {})).id;
    this.#path = `${conversations}/${this.conversation}`;
  }

  say(content) {
    return call('POST', `${this.#path}/messages`, { content });
  }

  type(types) {
    return call('POST', `${this.#path}/toggle_typing`, { typing_status: types ? 'on' : 'off' });
  }

  read() {
    return call('POST', `${this.#path}/update_last_seen`, {});
  }

  /** The texts that the contact is shown. */
  async texts() {
    return (await call('GET', `${this.#path}/messages`)).map(({ content }) => content);
  }

  /** Listens on the cable, which is what being there means. */
  async connect() {
    const socket = new WebSocket(`${SERVER.replace(/^http/, 'ws')}/cable`, ['actioncable-v1-json']);
    Contact.#opened.push(socket);
    const identifier = JSON.stringify({ channel: 'RoomChannel', pubsub_token: this.token });
    socket.on('message', (data) => {
      const { type, message } = JSON.parse(data);
      if (type === 'welcome') socket.send(JSON.stringify({ command: 'subscribe', identifier }));
      if (message) this.heard.push(message);
    });
    socket.on('error', () => {});
    await eventually(() => this.heard.length > 0, `${this.name} to be connected`);
    return socket;
  }

  async hears(event, fits = () => true) {
    await eventually(
      () => this.heard.some((told) => told.event === event && fits(told.data)),
      `${this.name} to hear ${event}`,
    );
  }

  /** Has the conversation be somebody's, or nobody's, whatever the desk has chosen by itself. */
  async assigned(login) {
    const id = login === null ? null : (await profileOf(login)).id;
    const path = `${await deskPath()}/conversations/${this.conversation}/assignments`;
    await ApiUser.as('ada').request('POST', path, { assignee_id: id });
  }
}

after(() => Contact.closeAll());

async function call(method, path, body) {
  const response = await fetch(SERVER + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}
