import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Emitter } from '../../../main/frontend/src/model/emitter.js';
import { Visit } from '../../../main/frontend/src/widget/live/visit.js';

/** A line that says what a test has it say. */
class Line extends Emitter {
  state = 'live';
  follow(params, callbacks) {
    this.params = params;
    this.callbacks = callbacks;
  }
  tell(event, data) {
    this.callbacks.received({ event, data });
  }
}

/** A server with one conversation at most, or none yet. */
class Server {
  newest = {};
  said = [];
  async conversation() {
    return this.newest;
  }
  async messages() {
    return [];
  }
  async say(id, { content, echoId }) {
    this.said.push({ content, echoId });
    return { id: 1, content, conversation_id: 5, message_type: 0, created_at: 1 };
  }
  async seen() {}
  async beginConversation() {
    return { id: 9, status: 'open' };
  }
}

const TEAM = [
  { id: 2, name: 'Bob', availability_status: 'offline' },
  { id: 3, name: 'Cyd', availability_status: 'online' },
];

async function visiting(server = new Server(), website = { allow_messages_after_resolved: true }) {
  const cable = new Line();
  const contact = { id: 41, pubsub_token: 'token' };
  const visit = new Visit({ api: server, cable, contact, website, team: TEAM });
  cable.callbacks.connected();
  await settled();
  return { visit, cable, server };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

const message = (id, conversation, more = {}) => ({
  id,
  content: `message ${id}`,
  conversation_id: conversation,
  message_type: 1,
  created_at: id,
  ...more,
});

const contents = (visit) => visit.open.thread.messages.map(({ content }) => content);

describe('a visit', () => {
  it('listens as the contact', async () => {
    const { cable } = await visiting();
    assert.deepEqual(cable.params, { channel: 'RoomChannel', pubsub_token: 'token' });
  });

  it('has its first message once, if the cable tells it before the answer', async () => {
    const { visit, cable, server } = await visiting();
    const sent = visit.open.say('hi', false);
    const [{ echoId }] = server.said;
    cable.tell('message.created', message(1, 5, { content: 'hi', echo_id: echoId }));
    await sent;
    assert.deepEqual(contents(visit), ['hi']);
    assert.deepEqual(visit.open.thread.waiting, []);
  });

  it('does not mix in what is said in a conversation of before', async () => {
    const server = new Server();
    server.newest = { id: 5, status: 'open' };
    const { visit, cable } = await visiting(server);
    cable.tell('message.created', message(1, 4));
    cable.tell('message.created', message(2, 5));
    assert.deepEqual(contents(visit), ['message 2']);
  });

  it('turns to a conversation that is newer', async () => {
    const server = new Server();
    server.newest = { id: 5, status: 'resolved' };
    const { visit, cable } = await visiting(server);
    const before = visit.open;
    cable.tell('conversation.created', { id: 6, status: 'open' });
    assert.notEqual(visit.open, before);
    assert.equal(visit.status, 'open');
  });

  it('is over where nothing may be said after the end, until it begins again', async () => {
    const server = new Server();
    server.newest = { id: 5, status: 'open' };
    const { visit, cable } = await visiting(server, { allow_messages_after_resolved: false });
    assert.equal(visit.isOver, false);
    cable.tell('conversation.status_changed', { id: 5, status: 'resolved' });
    assert.equal(visit.isOver, true);
    await visit.beginAgain();
    assert.equal(visit.isOver, false);
  });

  it('knows who is there to answer', async () => {
    const { visit, cable } = await visiting();
    assert.deepEqual(visit.present, ['Cyd']);
    cable.tell('presence.update', { account_id: 1, users: { 2: 'online', 3: 'busy' } });
    assert.deepEqual(visit.present, ['Bob']);
  });

  it('tells who types, in this conversation alone', async () => {
    const server = new Server();
    server.newest = { id: 5, status: 'open' };
    const { visit, cable } = await visiting(server);
    const user = { id: 2, type: 'user', name: 'Bob' };
    const names = () => visit.open.typists.names('contact:41', Date.now());
    cable.tell('conversation.typing_on', { conversation: { id: 4 }, user });
    assert.deepEqual(names(), []);
    cable.tell('conversation.typing_on', { conversation: { id: 5 }, user });
    assert.deepEqual(names(), ['Bob']);
    cable.tell('conversation.typing_off', { conversation: { id: 5 }, user });
    assert.deepEqual(names(), []);
  });
});
