import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ThreadSession } from '../../../main/frontend/src/thread/thread-session.js';

const message = (id, more = {}) => ({
  id,
  content: `${id}`,
  message_type: 0,
  created_at: id,
  ...more,
});

/** A server that has messages, and remembers what it was told. */
class Server {
  messagesHere = [];
  log = [];
  refuses = false;
  async messages(id, { before, after } = {}) {
    if (this.refuses) throw Object.assign(new Error('no'), { status: 404 });
    this.log.push({ before, after });
    const fits = this.messagesHere.filter(
      (one) => (after === undefined || one.id > after) && (before === undefined || one.id < before),
    );
    return after === undefined ? fits.slice(-20) : fits.slice(0, 100);
  }
  async say(id, { content }) {
    if (this.refuses) throw Object.assign(new Error('no'), { detail: 'Too long.' });
    return message(99, { content });
  }
  async typing(id, types, inNote) {
    this.log.push({ types, inNote });
  }
  async seen(id) {
    this.log.push({ seen: id });
    return { id, unread_count: 0 };
  }
}

const ids = ({ thread }) => thread.messages.map(({ id }) => id);
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('an open conversation', () => {
  it('loads the newest messages, and older ones when asked to', async () => {
    const server = new Server();
    server.messagesHere = Array.from({ length: 25 }, (nothing, at) => message(at + 1));
    const session = new ThreadSession({ id: 7, api: server });
    await session.load();
    assert.equal(ids(session).length, 20);
    assert.equal(session.thread.hasMore, true);
    await Promise.all([session.loadOlder(), session.loadOlder()]);
    assert.equal(ids(session).length, 25);
    assert.equal(session.thread.hasMore, false);
    assert.equal(server.log.filter(({ before }) => before !== undefined).length, 1);
  });

  it('catches up with all that was missed, page by page', async () => {
    const server = new Server();
    server.messagesHere = [message(1)];
    const session = new ThreadSession({ id: 7, api: server });
    await session.load();
    server.messagesHere = Array.from({ length: 250 }, (nothing, at) => message(at + 1));
    await session.catchUp();
    assert.equal(ids(session).length, 250);
  });

  it('catches up with what came before that which it hears first again', async () => {
    const server = new Server();
    server.messagesHere = [message(1)];
    const session = new ThreadSession({ id: 7, api: server });
    await session.load();
    session.lost();
    server.messagesHere = [message(1), message(2), message(3)];
    session.told(message(3));
    await session.catchUp();
    assert.deepEqual(ids(session), [1, 2, 3]);
  });

  it('catches up with what others said before one’s own message', async () => {
    const server = new Server();
    server.messagesHere = [message(1)];
    const session = new ThreadSession({ id: 7, api: server });
    await session.load();
    server.messagesHere = [message(1), message(2), message(99)];
    await session.say('hi', false);
    session.lost();
    await session.catchUp();
    assert.deepEqual(ids(session), [1, 2, 99]);
  });

  it('is refused where there is none, and can be tried again', async () => {
    const server = new Server();
    server.refuses = true;
    const session = new ThreadSession({ id: 7, api: server });
    await session.load();
    assert.equal(session.refused.status, 404);
    server.refuses = false;
    await session.load();
    assert.equal(session.refused, null);
  });

  it('keeps a message that was refused, with the reason, until it is sent', async () => {
    const server = new Server();
    const session = new ThreadSession({ id: 7, api: server });
    await session.load();
    server.refuses = true;
    await session.say('hi', false);
    const [entry] = session.thread.waiting;
    assert.deepEqual([entry.state, entry.reason], ['failed', 'Too long.']);
    server.refuses = false;
    await session.retry(entry.echoId);
    assert.deepEqual(session.thread.waiting, []);
    assert.deepEqual(ids(session), [99]);
  });

  it('tells of typing once, and of its end', async () => {
    const server = new Server();
    const session = new ThreadSession({ id: 7, api: server });
    session.typed('h', false);
    session.typed('he', false);
    session.stoppedTyping(false);
    session.stoppedTyping(false);
    await settled();
    assert.deepEqual(server.log, [
      { types: true, inNote: false },
      { types: false, inNote: false },
    ]);
  });

  it('is seen once for each message that came', async () => {
    const server = new Server();
    server.messagesHere = [message(1)];
    const session = new ThreadSession({ id: 7, api: server });
    const seen = [];
    session.on('seen', (conversation) => seen.push(conversation.id));
    session.sawEnd();
    await session.load();
    session.sawEnd();
    session.sawEnd();
    session.told(message(2));
    session.sawEnd();
    await settled();
    assert.deepEqual(seen, [7, 7]);
  });
});
