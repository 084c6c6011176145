// What an agent says is shown at once, and stays one message whatever tells of it first: the answer
// to the request, or the cable.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Dashboard } from './support/dashboard.mjs';
import { MobileApp } from './support/mobile-app.mjs';
import { openShop } from './support/shop.mjs';
import { Visitor } from './support/visitor.mjs';

const PROGRAMS = { 'the mobile app': MobileApp, 'the dashboard': Dashboard };

for (const [name, Program] of Object.entries(PROGRAMS)) {
  describe(`what is said in ${name}`, () => {
    let program;
    let visitor;
    let conversation;

    before(async () => {
      const shop = await openShop();
      program = await Program.start(await shop.agent('Ann'));
      visitor = await Visitor.enter(shop, 'Vic');
      conversation = await visitor.begin();
      await program.until('told of it', () => program.store.conversations.has(conversation));
    });

    after(() => [program, visitor].forEach((one) => one?.close()));

    const shown = (text) => program.store.texts(conversation).filter((one) => one === text).length;

    const byId = (message) =>
      program.store.conversations.get(conversation).messages.filter(({ id }) => id === message.id);

    it('is one message when the answer comes first', async () => {
      const text = randomUUID();
      program.hold();
      const said = await program.say(conversation, text);
      await program.hears('message.created', ({ id }) => id === said.id);
      assert.equal(shown(text), 1);
      program.release();
      assert.equal(shown(text), 1);
      assert.equal(byId(said).length, 1);
    });

    it('is one message when the cable comes first', async () => {
      const text = randomUUID();
      let told;
      const said = await program.say(conversation, text, async (echo) => {
        told = await program.hears('message.created', ({ echo_id }) => echo_id === echo);
        assert.equal(shown(text), 1);
        assert.equal(byId(told).length, 1);
      });
      assert.equal(told.id, said.id);
      assert.equal(shown(text), 1);
      assert.equal(byId(said).length, 1);
    });

    it('is shown at once, and reaches the visitor once', async () => {
      const text = randomUUID();
      const last = randomUUID();
      const sent = program.say(conversation, text);
      assert.equal(shown(text), 1);
      await sent;
      await program.say(conversation, last);
      await visitor.hears('message.created', ({ content }) => content === last);
      const heard = visitor.all('message.created').filter(({ content }) => content === text);
      assert.equal(heard.length, 1);
      const own = program.all('message.created').filter(({ content }) => content === text);
      assert.equal(own.length, 1);
    });

    it('is nothing that it stumbles over', () => {
      assert.deepEqual(program.complaints, []);
      assert.deepEqual(program.sockets[0].failures, []);
    });
  });
}
