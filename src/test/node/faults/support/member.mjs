import { listen } from './recording-socket.mjs';

/** How long a message may go unacknowledged until it is sent again, in ms. */
const RESEND = 3_000;

/** One client of a party, and its diary. */
export class Member {
  #number;
  #client;
  #sockets = 0;
  #welcomed = 0;
  #live = false;
  #history = false;
  #speaking = false;
  #spoken = 0;
  #outstanding = '';
  #sentAt = 0;
  #settled = new Set();
  #marked = false;
  #farewell = '';
  #last = 0;
  #talk;
  #fidget;
  #diary;

  constructor(seat, connect, options) {
    this.#number = seat.number;
    this.#diary = {
      number: seat.number,
      heard: [],
      acknowledged: [],
      refused: [],
      confirmed: [],
      opened: [],
      breaks: [],
      histories: [],
      probes: [],
      typing: 0,
      seen: [],
    };
    listen(seat.number, this);
    this.#client = connect(seat, options, (message) => this.#received(message));
  }

  speak(pace) {
    this.#speaking = true;
    this.#talk?.stop();
    this.#talk = every(pace, () => this.#say());
  }

  hush() {
    this.#speaking = false;
  }

  type(pace) {
    this.#fidget?.stop();
    if (pace > 0) this.#fidget = every(pace, () => this.#mark());
  }

  standing() {
    return {
      number: this.#number,
      live: this.#live,
      waiting: this.#outstanding !== '',
      last: this.#last,
      sockets: this.#sockets,
      acknowledged: this.#diary.acknowledged.length,
      typing: this.#diary.typing,
    };
  }

  diary() {
    return this.#diary;
  }

  // What the socket shows.

  connecting(socket) {
    this.#sockets += 1;
    this.#live = false;
    const send = socket.send;
    socket.send = (text, ...more) => {
      this.#asked(text);
      return send.call(socket, text, ...more);
    };
    return this.#sockets;
  }

  frame(connection, frame) {
    switch (frame.type) {
      case 'welcome':
        this.#welcomed = connection;
        this.#diary.opened.push(Date.now());
        this.#restored(frame);
        break;
      case 'confirm_subscription':
        this.#diary.confirmed.push(Date.now());
        this.#live = !this.#history;
        break;
      case 'confirm_history':
      case 'reject_history':
        this.#diary.histories.push([Date.now(), frame.type]);
        this.#live = true;
        break;
      case 'reject_subscription':
        console.error(`Client ${this.#number} was rejected`);
        break;
      case 'disconnect':
        this.#farewell = frame.reason ?? '';
        break;
      case undefined:
        this.#message(connection, frame);
        break;
      default:
    }
  }

  ping() {
    this.#diary.probes.push(Date.now());
  }

  closed(connection, code) {
    if (connection === this.#welcomed) {
      this.#diary.breaks.push([Date.now(), connection, code, this.#farewell]);
    }
    this.#farewell = '';
    if (connection === this.#sockets) this.#live = false;
  }

  /** A request for history is answered, and until then the subscription is not whole. */
  #asked(text) {
    const command = JSON.parse(text);
    if (command.command === 'subscribe') this.#history = command.history !== undefined;
  }

  #restored({ restored_ids: ids }) {
    if (ids?.length > 0) this.#diary.histories.push([Date.now(), 'restored']);
  }

  #message(connection, { message, offset }) {
    const { event, data } = message;
    if (event === 'message.created') {
      const { id, clientMessageId } = data;
      this.#diary.heard.push([Date.now(), connection, id, clientMessageId ?? '', offset ?? 0]);
      this.#last = Math.max(this.#last, id);
      this.#settle(clientMessageId ?? '');
    } else if (event === 'error') {
      this.#diary.refused.push([Date.now(), JSON.stringify(message)]);
    } else if (event.startsWith('typing.')) {
      this.#diary.typing += 1;
    }
  }

  // What the application does.

  #received(message) {
    if (message?.event === 'message.created') this.#diary.seen.push(message.data.id);
  }

  #settle(name) {
    if (!name.startsWith(`${this.#number}-`) || this.#settled.has(name)) return;
    this.#settled.add(name);
    this.#diary.acknowledged.push([Date.now(), name, Date.now() - this.#sentAt]);
    if (name === this.#outstanding) this.#outstanding = '';
  }

  #say() {
    if (!this.#live) return;
    if (this.#outstanding === '') {
      if (!this.#speaking) return;
      this.#spoken += 1;
      this.#outstanding = `${this.#number}-${this.#spoken}`;
    } else if (Date.now() - this.#sentAt < RESEND) {
      return;
    }
    this.#sentAt = Date.now();
    const name = this.#outstanding;
    this.#perform('speak', { text: `Message ${name}`, clientMessageId: name });
  }

  #mark() {
    if (!this.#live) return;
    this.#marked = !this.#marked;
    this.#perform('typing', { typing: this.#marked });
  }

  /** One library answers at once whether it could send, another later. */
  #perform(action, data) {
    Promise.resolve(this.#client.perform(action, data)).catch(() => {});
  }
}

/** Spread, so that a party does not speak in chorus. */
function every(pace, what) {
  let timer;
  timer = setTimeout(() => {
    what();
    timer = setInterval(what, pace);
  }, Math.random() * pace);
  return { stop: () => clearTimeout(timer) };
}
