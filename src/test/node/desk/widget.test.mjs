// A visitor of a website, with the widget that its pages carry, and the agent's phone.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { MobileApp } from './support/mobile-app.mjs';
import { openShop } from './support/shop.mjs';
import { line } from './support/sockets.mjs';
import { Widget } from './support/widget.mjs';

/** The longest that the slowest of the clients waits between two attempts, and some more. */
const COMES_BACK = 60_000;

describe("a website's widget", () => {
  let shop;
  let app;
  let widget;

  const conversation = () => widget.store.conversation.id;
  const reply = (content, others = {}) =>
    app.rest.post(app.path(conversation(), 'messages'), { content, ...others });
  const shows = (text) => widget.until(`shown ${text}`, () => widget.store.texts().includes(text));

  before(async () => {
    shop = await openShop('web_widget');
    app = await MobileApp.start(await shop.agent('Ann'));
    widget = await Widget.open(shop);
  });

  after(() => {
    line.mend();
    [app, widget].forEach((program) => program?.close());
  });

  it('begins a conversation with the first message, and goes on in it', async () => {
    assert.equal(conversation(), undefined);
    await widget.say('Hello?');
    await app.until('told', () => app.store.texts(conversation()).includes('Hello?'));
    await app.say(conversation(), 'Hello!');
    await shows('Hello!');
    assert.deepEqual(widget.store.texts(), ['Hello?', 'Hello!']);
    assert.deepEqual(app.store.texts(conversation()), ['Hello?', 'Hello!']);
  });

  it('shows what it says once, whichever tells of it first', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const shown = (text) => widget.store.texts().filter((one) => one === text).length;
    const sent = widget.say(first, async ({ id }) => {
      await widget.hears('message.created', (message) => message.id === id);
      assert.equal(shown(first), 1);
    });
    assert.equal(shown(first), 1);
    await sent;
    assert.equal(shown(first), 1);

    widget.hold();
    const { id } = await widget.say(second);
    await widget.hears('message.created', (message) => message.id === id);
    widget.release();
    assert.equal(shown(second), 1);
  });

  it('shows that an agent types, and nothing of notes', async () => {
    const typing = app.path(conversation(), 'toggle_typing_status');
    await app.rest.post(typing, { typing_status: 'on', is_private: true });
    await reply('A note', { private: true });
    await app.rest.post(typing, { typing_status: 'on', is_private: false });
    await widget.until('shown an agent typing', () => widget.store.agentTypes);
    await reply('An answer');
    await shows('An answer');
    await widget.until('shown an agent pausing', () => !widget.store.agentTypes);
    assert.ok(!JSON.stringify(widget.told).includes('A note'));
    assert.ok(!widget.all('conversation.typing_on').some(({ is_private }) => is_private));
  });

  it('tells the agent that the visitor is there, types, and has read', async () => {
    await app.hears('presence.update', ({ contacts }) => contacts[widget.id] === 'online');
    await widget.type('on');
    await app.until('shown the visitor typing', () =>
      app.store.typing[conversation()]?.some(({ type }) => type === 'contact'),
    );
    await widget.read();
    await app.hears('message.updated', ({ status }) => status === 'read');
    await app.hears('conversation.read', ({ id }) => id === conversation());
  });

  it('ends the conversation, which opens again with the next message', async () => {
    await app.rest.post(app.path(conversation(), 'toggle_status'), { status: 'resolved' });
    await widget.until('resolved', () => widget.store.conversation.status === 'resolved');
    await widget.say('Not yet');
    await widget.until('open', () => widget.store.conversation.status === 'open');
    await widget.resolve();
    await app.until(
      'resolved',
      () => app.store.conversations.get(conversation()).status === 'resolved',
    );
  });

  it('goes on with the same conversation on the next page', async () => {
    const next = await Widget.open(shop, widget.token);
    assert.equal(next.id, widget.id);
    assert.deepEqual(next.store.conversation, {
      id: conversation(),
      status: 'resolved',
    });
    assert.deepEqual(next.store.texts(), widget.store.texts());
    next.close();
  });

  it('asks for what it missed, whatever the cable tells later', async () => {
    widget.hold();
    line.cut();
    await reply('asked for');
    await app.rest.post(app.path(conversation(), 'toggle_status'), { status: 'open' });
    line.mend();
    await widget.until('asked again', () => widget.resyncs > 0, COMES_BACK);
    assert.equal(widget.store.texts().at(-1), 'asked for');
    assert.equal(widget.store.conversation.status, 'open');
    await widget.until('back', () => widget.connections > 1, COMES_BACK);
    await reply('told');
    await widget.hears('message.created', ({ content }) => content === 'told');
    widget.release();
    assert.deepEqual(widget.store.texts().slice(-2), ['asked for', 'told']);
    assert.equal(widget.store.conversation.status, 'open');
  });

  it('is told nothing that it or the app stumbles over', () => {
    for (const program of [app, widget]) {
      assert.deepEqual(program.complaints, []);
      for (const { failures } of program.sockets) assert.deepEqual(failures, []);
    }
  });
});
