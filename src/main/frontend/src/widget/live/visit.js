import { Refresher } from '../../live/refresher.js';
import { Emitter } from '../../model/emitter.js';
import { isOutgoing } from '../../thread/kinds.js';
import { ThreadSession } from '../../thread/thread-session.js';

/**
 * Everything of a website's visitor: the conversation, and who is there to answer.
 *
 * Emits `open` when another conversation took the place of the last, `thread` when the one that is
 * open or its status changed, `presence`, `arrived` with a new message of others, `refused` with an
 * error, and `connection` with the cable's state.
 */
export class Visit extends Emitter {
  /** The session of the newest conversation, even before there is one. */
  open;

  /** open, resolved and so on; null before there is a conversation. */
  status = null;

  #api;
  #team;
  #users = {};
  #conversationId = null;
  #coming = new Refresher(
    () => this.#comeIn(),
    (error) => this.emit('refused', error),
  );

  constructor({ api, cable, contact, website, team }) {
    super();
    this.cable = cable;
    this.me = contact;
    this.website = website;
    this.#api = api;
    this.#team = team;
    this.#users = Object.fromEntries(team.map((one) => [one.id, one.availability_status]));
    this.open = this.#session();
    cable.on('lost', () => this.open.lost());
    cable.on('state', (state) => this.emit('connection', state));
    cable.follow(
      { channel: 'RoomChannel', pubsub_token: contact.pubsub_token },
      {
        connected: () => this.#coming.now(),
        rejected: () => this.emit('refused', { status: 403 }),
        received: ({ event, data }) => this.#told(event, data),
      },
    );
  }

  /** The names of those who are there to answer. */
  get present() {
    return this.#team.filter(({ id }) => this.#users[id] === 'online').map(({ name }) => name);
  }

  /** Whether one can go on here; else another conversation has to begin. */
  get isOver() {
    return this.status === 'resolved' && !this.website.allow_messages_after_resolved;
  }

  /** Begins anew after a conversation that is over. */
  beginAgain() {
    return this.#tried(async () => this.#turnTo(await this.#api.beginConversation()));
  }

  resolve() {
    return this.#tried(() => this.#api.resolve());
  }

  #session() {
    const session = new ThreadSession({ id: null, api: this.#api });
    session.on('changed', () => session === this.open && this.emit('thread'));
    session.on('sent', ({ conversation_id: id }) => {
      if (this.#conversationId !== null) return;
      this.#conversationId = id;
      this.status = 'open';
    });
    session.on('arrived', (message) => {
      if (session === this.open && isOutgoing(message)) this.emit('arrived', message);
    });
    return session;
  }

  /** What the cable does not tell again is asked for. */
  async #comeIn() {
    const { id = null, status = null } = await this.#api.conversation();
    if (id !== null && this.#conversationId !== null && id !== this.#conversationId) {
      this.#turnTo({ id, status });
      return;
    }
    this.#conversationId = id ?? this.#conversationId;
    this.status = status ?? this.status;
    await this.open.catchUp();
  }

  /** Another conversation is the newest now. */
  #turnTo({ id, status }) {
    this.#conversationId = id;
    this.status = status;
    this.open = this.#session();
    this.emit('open');
    this.open.load();
  }

  #told(event, data) {
    if (event === 'message.created' || event === 'message.updated') this.#toldMessage(data);
    else if (event === 'conversation.typing_on') this.#toldTyping(data, true);
    else if (event === 'conversation.typing_off') this.#toldTyping(data, false);
    else if (event === 'presence.update') this.#toldPresence(data);
    else if (event.startsWith('conversation.')) this.#toldConversation(data);
  }

  #toldMessage(message) {
    this.#conversationId ??= message.conversation_id;
    if (message.conversation_id === this.#conversationId) this.open.told(message);
  }

  #toldConversation({ id, status }) {
    this.#conversationId ??= id;
    if (id > this.#conversationId) {
      this.#turnTo({ id, status });
    } else if (id === this.#conversationId) {
      this.status = status;
      this.emit('thread');
    }
  }

  #toldTyping({ conversation, user }, types) {
    if (conversation.id === this.#conversationId) this.open.type(user, types);
  }

  #toldPresence({ users = {} }) {
    this.#users = users;
    this.emit('presence');
  }

  async #tried(request) {
    try {
      await request();
    } catch (error) {
      this.emit('refused', error);
    }
  }
}
