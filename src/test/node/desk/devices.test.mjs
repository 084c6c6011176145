// One agent with a phone and a page: what is done on one shows on the other.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Dashboard } from './support/dashboard.mjs';
import { MobileApp } from './support/mobile-app.mjs';
import { openShop } from './support/shop.mjs';
import { Visitor } from './support/visitor.mjs';

/** The longest that the slowest of the clients waits between two attempts, and some more. */
const COMES_BACK = 60_000;

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe("an agent's phone and page", () => {
  let shop;
  let ann;
  let phone;
  let page;
  let visitor;
  let conversation;

  const both = () => [phone, page];
  const known = ({ store }) => store.conversations.get(conversation);
  const eachSees = (what, look) =>
    Promise.all(both().map((one) => one.until(what, () => look(one))));

  before(async () => {
    shop = await openShop();
    ann = await shop.agent('Ann');
    [phone, page] = await Promise.all([MobileApp.start(ann), Dashboard.start(ann)]);
    visitor = await Visitor.enter(shop, 'Vic');
    conversation = await visitor.begin();
    await eachSees('told of the conversation', known);
  });

  after(() => [phone, page, visitor].forEach((program) => program?.close()));

  it('show the same', async () => {
    await page.say(conversation, 'From the page');
    await phone.say(conversation, 'From the phone');
    const texts = ['From the page', 'From the phone'];
    await eachSees('shown both', ({ store }) => store.texts(conversation).length === 2);
    for (const { store } of both()) assert.deepEqual(store.texts(conversation), texts);
  });

  it('agree on what is read', async () => {
    await visitor.say(conversation, 'Read me');
    await phone.until('unread', () => known(phone).unreadCount === 1);
    await page.until('unread', () => known(page).unread_count === 1);
    await phone.show(conversation);
    await page.until('read', () => known(page).unread_count === 0);
    await page.rest.post(page.path(conversation, 'unread'));
    await phone.until('unread again', () => known(phone).unreadCount === 1);
  });

  it('hear of the same notifications', async () => {
    await shop.admin.post(page.path(conversation, 'assignments'), { assignee_id: ann.id });
    await eachSees('notified', ({ store }) => store.unreadCount === 1);
    const [{ id }] = phone.store.notifications;
    assert.ok(page.store.notifications.has(id));
    await phone.rest.delete(`${phone.account}/notifications/${id}`);
    await eachSees('without it', ({ store }) => store.unreadCount === 0);
    assert.equal(page.store.notifications.has(id), false);
  });

  it('send pictures, which can be looked at until they are deleted', async () => {
    const form = new FormData();
    form.set('content', 'Look');
    form.set('echo_id', 'picture');
    form.set('private', 'false');
    form.append('attachments[]', new Blob([PICTURE], { type: 'image/png' }), 'a.png');
    const said = await phone.rest.post(phone.path(conversation, 'messages'), form);
    const told = await page.hears('message.created', ({ id }) => id === said.id);
    const [picture] = told.attachments;
    assert.equal(told.echo_id, 'picture');
    assert.equal(picture.file_type, 'image');
    assert.equal(picture.file_size, PICTURE.length);
    const seen = await visitor.hears('message.created', ({ id }) => id === said.id);
    const fetched = await fetch(seen.attachments[0].data_url);
    assert.deepEqual(Buffer.from(await fetched.arrayBuffer()), PICTURE);

    await phone.rest.delete(phone.path(conversation, `messages/${said.id}`));
    const gone = await page.hears('message.updated', ({ id }) => id === said.id);
    assert.equal(gone.attachments, undefined);
    assert.equal((await fetch(picture.data_url)).status, 404);
  });

  it('hear nothing more of an inbox in which the agent answers no longer', async () => {
    await shop.admin.post(`${shop.account}/inbox_members`, {
      inbox_id: shop.inbox.id,
      user_ids: [],
    });
    await assert.rejects(
      page.rest.get(page.path(conversation, 'messages')),
      ({ status }) => status === 404,
    );
    await visitor.say(conversation, 'Not for Ann');
    const other = await visitor.begin();
    await Promise.all(
      both().map((one) => one.until('back', () => one.connections > 1, COMES_BACK)),
    );
    await visitor.say(other, 'Nor this');
    const guest = await Visitor.enter(shop, 'Gil'); // whom everybody of the account hears of
    await Promise.all(
      both().map((one) => one.hears('contact.created', ({ id }) => id === guest.id)),
    );
    for (const { told, store } of both()) {
      assert.ok(!/Not for Ann|Nor this/.test(JSON.stringify(told)));
      assert.ok(!store.conversations.has(other));
    }
    guest.close();
  });

  it('are told nothing that they stumble over', () => {
    for (const program of both()) {
      assert.deepEqual(program.complaints, []);
      for (const { failures } of program.sockets) assert.deepEqual(failures, []);
      assert.ok(!phone.sockets.some(({ words }) => words.includes('disconnect')));
    }
  });
});
