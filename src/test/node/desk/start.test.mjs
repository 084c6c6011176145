// What the mobile app asks for while it starts, and what it does not survive: a 401 signs its user
// out, whatever was asked.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at } from '../clients/support/server.mjs';
import { MobileApp } from './support/mobile-app.mjs';
import { openShop } from './support/shop.mjs';
import { Rest } from './support/rest.mjs';
import { Visitor } from './support/visitor.mjs';

/** The oldest server that the app goes with, without a warning. */
const OLDEST = [4, 1, 0];

const compare = (one, other) => one.map((part, i) => part - other[i]).find(Boolean) ?? 0;

describe('the mobile app', () => {
  let shop;
  let ann;
  let app;
  let visitor;
  let conversation;

  const get = (path) => app.rest.get(`${app.account}/${path}`);

  before(async () => {
    shop = await openShop();
    ann = await shop.agent('Ann');
    app = await MobileApp.start(ann);
    visitor = await Visitor.enter(shop, 'Vic');
    conversation = await visitor.begin();
    await visitor.say(conversation, 'Hello?');
    await app.until('told', () => app.store.texts(conversation).includes('Hello?'));
  });

  after(() => [app, visitor].forEach((program) => program?.close()));

  it('finds a server that is new enough', async () => {
    const { version } = await new Rest().get('api');
    assert.ok(compare(version.split('.').map(Number), OLDEST) >= 0, version);
  });

  it('is told why it cannot sign in', async () => {
    const refused = await fetch(at('auth/sign_in'), {
      method: 'POST',
      body: JSON.stringify({ email: ann.email, password: 'wrong' }),
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(refused.status, 401);
    const { success, errors } = await refused.json();
    assert.equal(success, false);
    assert.equal(typeof errors[0], 'string');
  });

  it('learns who it is, and shows its tabs', async () => {
    const { rest, user } = await Rest.signIn(ann.email, ann.password);
    const profile = await rest.get('api/v1/profile');
    assert.equal(profile.id, user.id);
    assert.equal(profile.pubsub_token, user.pubsub_token);
    const account = profile.accounts.find(({ id }) => id === profile.account_id);
    assert.deepEqual(account.permissions, ['agent']);
    assert.equal(account.availability_status, 'online');
    await rest.delete('auth/sign_out');
    await assert.rejects(rest.get('api/v1/profile'), ({ status }) => status === 401);
    await app.rest.get('api/v1/profile'); // another device is none of it
  });

  it('fills its lists', async () => {
    const { payload: inboxes } = await get('inboxes');
    assert.deepEqual(
      inboxes.map(({ id }) => id),
      [shop.inbox.id],
    );
    const { payload: assignable } = await get(`assignable_agents?inbox_ids[]=${shop.inbox.id}`);
    assert.ok(assignable.some(({ id }) => id === ann.id));
    assert.ok(Array.isArray((await get('labels')).payload));
    assert.ok(Array.isArray(await get('teams')));
    assert.ok((await get('agents')).some(({ id }) => id === ann.id));
    for (const list of ['dashboard_apps', 'custom_attribute_definitions', 'canned_responses']) {
      assert.deepEqual(await get(list), [], list);
    }
    assert.deepEqual(await get('macros'), { payload: [] });
    assert.ok(Array.isArray((await get('notification_settings')).selected_push_flags));
    await app.rest.post('api/v1/notification_subscriptions', {
      subscription_type: 'fcm',
      subscription_attributes: { device_id: 'phone' },
    });
  });

  it('shows a conversation of the list like one that it is told of', async () => {
    const { data } = await get('conversations?assignee_type=all&status=open&page=1');
    assert.equal(data.meta.all_count, 1);
    assert.equal(data.meta.unassigned_count, 1);
    const [listed] = data.payload;
    const told = app.all('conversation.created').find(({ id }) => id === conversation);
    assert.equal(listed.id, told.id);
    for (const name of ['inbox_id', 'account_id', 'status', 'created_at']) {
      assert.deepEqual(listed[name], told[name], name);
    }
    assert.equal(listed.unread_count, 1);
    assert.equal(listed.messages.at(-1).content, 'Hello?');
    assert.equal(listed.meta.sender.id, told.meta.sender.id);
    assert.equal(listed.meta.sender.name, 'Vic');
    assert.equal(listed.meta.channel, told.channel);
    assert.ok(!('assignee' in listed.meta), 'nobody rather than null');
    assert.deepEqual(await get(`conversations/${conversation}`), listed);
  });

  it('is never signed out by what it may not see, or what is not there', async () => {
    const other = await openShop();
    const guest = await Visitor.enter(other, 'Gil');
    const theirs = await guest.begin();
    guest.close();
    for (const path of [
      `conversations/${theirs}`,
      `conversations/${theirs}/messages`,
      `inboxes/${other.inbox.id}`,
      'conversations/99999999',
      'contacts/99999999',
      'nothing',
    ]) {
      await assert.rejects(get(path), ({ status }) => [403, 404].includes(status), path);
    }
    await assert.rejects(app.rest.get('api/v1/accounts/99999999/conversations'), ({ status }) =>
      [403, 404].includes(status),
    );
    await app.rest.get('api/v1/profile');
  });
});
