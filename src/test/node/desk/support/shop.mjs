// A desk to answer at: an inbox of its own in the demo's account, with people made for the test.
import { randomUUID } from 'node:crypto';
import { Rest } from './rest.mjs';

/**
 * Opens an inbox, and gives what a test needs to fill it with people.
 *
 * @param type `api`, or `web_widget` for the widget of a website
 */
export async function openShop(type = 'api') {
  const { rest: admin, user } = await Rest.signIn('ada', 'ada-demo');
  const account = `api/v1/accounts/${user.account_id}`;
  const inbox = await admin.post(`${account}/inboxes`, {
    name: `Shop ${randomUUID()}`,
    enable_auto_assignment: false,
    channel: { type },
  });
  const members = [];

  return {
    admin,
    account,
    inbox,

    /** Somebody who answers there: what they sign in with, and their id. */
    async agent(name) {
      const email = `${randomUUID()}@example.com`;
      const password = randomUUID();
      const { id } = await admin.post(`${account}/agents`, { name, email, password });
      members.push(id);
      await admin.post(`${account}/inbox_members`, { inbox_id: inbox.id, user_ids: members });
      return { id, email, password };
    },
  };
}
