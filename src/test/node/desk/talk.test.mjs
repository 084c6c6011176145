// A visitor and two agents at a support desk, with the programs that they use.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Dashboard } from './support/dashboard.mjs';
import { MobileApp } from './support/mobile-app.mjs';
import { openShop } from './support/shop.mjs';
import { Visitor } from './support/visitor.mjs';

describe('at a support desk', () => {
  let shop;
  let app;
  let dashboard;
  let visitor;
  let conversation;

  const programs = () => [app, dashboard];
  const seen = (program) => program.store.conversations.get(conversation);
  const bothSee = (what, look) =>
    Promise.all(programs().map((program) => program.until(what, () => look(program))));
  const bothShow = (text) =>
    bothSee(`shown ${text}`, ({ store }) => store.texts(conversation).includes(text));

  before(async () => {
    shop = await openShop();
    const [ann, ben] = [await shop.agent('Ann'), await shop.agent('Ben')];
    [app, dashboard] = await Promise.all([MobileApp.start(ann), Dashboard.start(ben)]);
    visitor = await Visitor.enter(shop, 'Vic');
    conversation = await visitor.begin();
    await bothSee('told of the conversation', seen);
    await dashboard.show(conversation);
  });

  after(() => [app, dashboard, visitor].forEach((program) => program?.close()));

  it('shows both agents what the visitor says, and the visitor what they answer', async () => {
    await visitor.say(conversation, 'Is anybody there?');
    await bothShow('Is anybody there?');
    assert.equal(seen(app).unreadCount, 1);
    assert.equal(seen(dashboard).unread_count, 1);

    await app.say(conversation, 'I am');
    const answer = await visitor.hears('message.created', ({ content }) => content === 'I am');
    assert.equal(answer.conversation_id, conversation);
    assert.equal(answer.message_type, 1);
    assert.equal(answer.sender.type, 'user');
    await dashboard.until('shown the answer', () =>
      dashboard.store.texts(conversation).includes('I am'),
    );
    await dashboard.say(conversation, 'And so am I');
    await visitor.hears('message.created', ({ content }) => content === 'And so am I');
    await bothShow('And so am I');
    for (const { store } of programs()) {
      assert.deepEqual(store.texts(conversation), ['Is anybody there?', 'I am', 'And so am I']);
    }
  });

  it('keeps a note among the agents', async () => {
    const path = app.path(conversation, 'messages');
    await app.rest.post(path, { content: 'Not for you', private: true });
    await app.rest.post(path, { content: 'For you' });
    await bothShow('Not for you');
    await visitor.hears('message.created', ({ content }) => content === 'For you');
    assert.ok(!JSON.stringify(visitor.told).includes('Not for you'));
    assert.ok(!JSON.stringify(await visitor.messages(conversation)).includes('Not for you'));
  });

  it('shows who types, but to none of the devices of who does', async () => {
    await visitor.type(conversation, 'on');
    await app.until('shown the visitor typing', () =>
      app.store.typing[conversation]?.some(
        ({ id, type }) => type === 'contact' && id === visitor.id,
      ),
    );
    await dashboard.until('shown the visitor typing', () =>
      dashboard.store.typing.get(conversation)?.some(({ type }) => type === 'contact'),
    );
    await visitor.type(conversation, 'off');
    await app.until('shown the visitor pausing', () => !app.store.typing[conversation]?.length);

    const path = app.path(conversation, 'toggle_typing_status');
    await app.rest.post(path, { typing_status: 'on', is_private: true });
    await app.rest.post(path, { typing_status: 'off', is_private: true });
    await app.rest.post(path, { typing_status: 'on', is_private: false });
    await dashboard.until('shown the other agent typing', () =>
      dashboard.store.typing.get(conversation)?.some(({ id }) => id === app.id),
    );
    const typing = await visitor.hears(
      'conversation.typing_on',
      ({ user }) => user.type === 'user',
    );
    assert.equal(typing.conversation.id, conversation);
    assert.ok(!visitor.all('conversation.typing_on').some(({ is_private }) => is_private));
    await app.rest.post(path, { typing_status: 'off', is_private: false });
    await visitor.hears('conversation.typing_off', ({ user }) => user.type === 'user');
    const own = ({ user }) => user.type === 'user' && user.id === app.id;
    assert.ok(!app.all('conversation.typing_on').some(own), 'told of its own typing');
  });

  it('shows who is there, and as what', async () => {
    await dashboard.until('shown the visitor', () => dashboard.store.contactsOnline[visitor.id]);
    await dashboard.until('shown the app', () => dashboard.store.usersOnline[app.id] === 'online');
    const account_id = dashboard.told[0].data.account_id;
    await app.rest.post('api/v1/profile/availability', {
      profile: { availability: 'busy', account_id },
    });
    await dashboard.until('shown busy', () => dashboard.store.usersOnline[app.id] === 'busy');
    await app.until('busy itself', () => app.store.availability === 'busy');
    const presence = await visitor.hears('presence.update');
    assert.equal(typeof presence.users, 'object');
  });

  it('rings the bell of whom a conversation is given to, once for what is new', async () => {
    const assignments = app.path(conversation, 'assignments');
    await dashboard.rest.post(assignments, { assignee_id: app.id });
    await bothSee('assigned', (program) => seen(program).meta.assignee?.id === app.id);
    const [given] = await app.until(
      'notified',
      () => app.store.unreadCount === 1 && app.store.notifications,
    );
    assert.equal(given.notificationType, 'conversation_assignment');
    assert.equal(given.primaryActor.id, conversation);

    await visitor.say(conversation, 'Are you the one?');
    const newer = await app.until('notified of the message', () =>
      app.store.notifications.find(
        ({ notificationType }) => notificationType === 'assigned_conversation_new_message',
      ),
    );
    await app.until('without the older one', () => app.store.notifications.length === 1);
    assert.equal(app.store.notifications[0].id, newer.id);
    await app.until('counting one', () => app.store.unreadCount === 1);
    assert.equal(dashboard.store.unreadCount, 0);

    await app.rest.post(`${app.account}/notifications/read_all`);
    await app.refresh();
    assert.equal(app.store.unreadCount, 0);
  });

  it('shows what the visitor has read, and what was deleted', async () => {
    const said = await app.say(conversation, 'Read me');
    await visitor.read(conversation);
    await app.until('read', () =>
      app.store.conversations
        .get(conversation)
        .messages.some(({ id, status }) => id === said.id && status === 'read'),
    );
    await app.rest.delete(app.path(conversation, `messages/${said.id}`));
    const gone = await visitor.hears(
      'message.updated',
      ({ id, content_attributes }) => id === said.id && content_attributes.deleted,
    );
    assert.notEqual(gone.content, 'Read me');
    await bothSee(
      'without the text',
      ({ store }) => !store.texts(conversation).includes('Read me'),
    );
  });

  it('resolves a conversation, which opens again when the visitor goes on', async () => {
    await app.rest.post(app.path(conversation, 'toggle_status'), { status: 'resolved' });
    await bothSee('resolved', (program) => seen(program).status === 'resolved');
    await visitor.hears('conversation.status_changed', ({ status }) => status === 'resolved');
    await visitor.say(conversation, 'One more thing');
    await bothSee('open again', (program) => seen(program).status === 'open');
    await bothShow('One more thing');
  });

  it('labels it for all', async () => {
    await dashboard.rest.post(dashboard.path(conversation, 'labels'), { labels: ['vip'] });
    await bothSee('labelled', (program) => seen(program).labels.includes('vip'));
  });

  it('keeps another inbox to who answers there', async () => {
    const other = await openShop();
    const stranger = await Dashboard.start(await other.agent('Cyn'));
    const text = randomUUID();
    await visitor.say(conversation, text);
    const guest = await Visitor.enter(other, 'Gil');
    const elsewhere = await guest.begin();
    await stranger.until('told of its own', () => stranger.store.conversations.has(elsewhere));
    assert.deepEqual([...stranger.store.conversations.keys()], [elsewhere]);
    assert.ok(!JSON.stringify(stranger.told).includes(text));
    await assert.rejects(
      stranger.rest.get(stranger.path(conversation, 'messages')),
      ({ status }) => status === 404,
    );
    [stranger, guest].forEach((program) => program.close());
  });

  it('was told nothing that the programs stumble over, on one socket each', () => {
    for (const program of [app, dashboard, visitor]) {
      assert.deepEqual(program.complaints, []);
      assert.equal(program.sockets.length, 1, 'sockets opened');
      assert.deepEqual(program.sockets[0].failures, [], 'errors in handlers');
    }
  });
});
