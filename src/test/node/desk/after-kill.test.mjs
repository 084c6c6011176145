// The desk's server is killed, or stopped, or the line breaks, while people talk: nobody does
// anything about it, and everybody sees everything.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Dashboard } from './support/dashboard.mjs';
import { MobileApp } from './support/mobile-app.mjs';
import { openShop } from './support/shop.mjs';
import { line } from './support/sockets.mjs';
import { Visitor } from './support/visitor.mjs';
import { kill, restart } from '../clients/support/server.mjs';

/** The longest that the slowest of the clients waits between two attempts, and some more. */
const COMES_BACK = 60_000;

describe('at a support desk whose server fails', () => {
  let app;
  let dashboard;
  let visitor;
  let conversation;
  let confirmed;

  const agents = () => [app, dashboard];
  const everybody = () => [app, dashboard, visitor];
  const each = (programs, what, look) =>
    Promise.all(programs.map((one) => one.until(what, () => look(one), COMES_BACK)));
  const known = ({ store }) => store.conversations.get(conversation);
  const shown = (...texts) =>
    each(agents(), `shown ${texts}`, ({ store }) =>
      texts.every((text) => store.texts(conversation).includes(text)),
    );
  const allBack = () =>
    each(everybody(), 'back', (one) => one.connections > confirmed.get(one)).then(() =>
      dashboard.until('asked again', () => dashboard.resyncs > confirmed.get('resyncs')),
    );

  before(async () => {
    const shop = await openShop();
    const [ann, ben] = [await shop.agent('Ann'), await shop.agent('Ben')];
    [app, dashboard] = await Promise.all([MobileApp.start(ann), Dashboard.start(ben)]);
    visitor = await Visitor.enter(shop, 'Vic');
    conversation = await visitor.begin();
    await each(agents(), 'told of the conversation', known);
    await dashboard.show(conversation);
    await visitor.say(conversation, 'before');
    await shown('before');
  });

  beforeEach(() => {
    confirmed = new Map(everybody().map((one) => [one, one.connections]));
    confirmed.set('resyncs', dashboard.resyncs);
  });

  after(() => {
    line.mend();
    everybody().forEach((program) => program?.close());
  });

  it('tells again what was missed when it was killed', async () => {
    const from = new Map(agents().map((one) => [one, one.told.length]));
    await visitor.say(conversation, 'at the last moment');
    line.block();
    await kill();
    await visitor.say(conversation, 'while nobody heard');
    await visitor.type(conversation, 'on');
    await visitor.type(conversation, 'off');
    await app.rest.post(app.path(conversation, 'messages'), { content: 'from a script' });
    await app.rest.post(app.path(conversation, 'toggle_status'), { status: 'resolved' });
    const next = await visitor.begin();
    line.mend();

    const missed = ['at the last moment', 'while nobody heard', 'from a script'];
    await shown(...missed);
    await each([visitor], 'told of the answer', (one) =>
      one.all('message.created').some(({ content }) => content === 'from a script'),
    );
    await each(agents(), 'resolved', (one) => known(one).status === 'resolved');
    await each(agents(), 'told of the next', ({ store }) => store.conversations.has(next));
    await allBack();
    for (const agent of agents()) {
      assert.deepEqual(agent.store.texts(conversation), ['before', ...missed]);
      const since = agent.told.slice(from.get(agent)).map(({ event }) => event);
      assert.deepEqual(
        since.filter((event) => event.includes('typing')),
        [],
        'typing is over',
      );
      assert.equal(agent.all('conversation.created').filter(({ id }) => id === next).length, 1);
    }
  });

  it('lets the dashboard ask for what it missed, whatever the cable tells later', async () => {
    dashboard.hold();
    line.cut();
    await visitor.say(conversation, 'asked for');
    await app.rest.post(app.path(conversation, 'toggle_priority'), { priority: 'high' });
    await app.rest.post(app.path(conversation, 'assignments'), { assignee_id: dashboard.id });
    line.mend();
    await allBack();
    assert.equal(dashboard.store.texts(conversation).at(-1), 'asked for');
    assert.equal(known(dashboard).priority, 'high');
    assert.equal(known(dashboard).meta.assignee.id, dashboard.id);
    assert.equal(dashboard.store.unreadCount, 1);

    await visitor.say(conversation, 'told');
    await dashboard.hears('message.created', ({ content }) => content === 'told');
    dashboard.release();
    const texts = dashboard.store.texts(conversation);
    assert.deepEqual(texts.slice(-2), ['asked for', 'told']);
    assert.equal(new Set(texts).size, texts.length);
    assert.equal(known(dashboard).priority, 'high');
  });

  it('says goodbye to pages, and to the app nothing that it does not understand', async () => {
    const [phone, page] = [app, dashboard].map(({ sockets }) => sockets.at(-1));
    await restart();
    await allBack();
    assert.equal(phone.closeCode, 1012);
    assert.ok(!phone.words.includes('disconnect'));
    assert.equal(page.words.at(-1), 'disconnect');
    await visitor.say(conversation, 'after all');
    await shown('after all');
  });

  it('tells nothing that the programs stumble over', () => {
    for (const program of everybody()) {
      assert.deepEqual(program.complaints, []);
      for (const { failures } of program.sockets) assert.deepEqual(failures, []);
    }
  });
});
