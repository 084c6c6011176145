import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Contact, profileOf } from './support/desk.js';
import { DeskWindow } from './support/desk-window.js';
import { eventually } from './support/eventually.js';
import { passwordOf, unique } from './support/server.js';
import { windows } from './support/windows.js';

describe('the way into the desk', { timeout: 240_000 }, () => {
  const browser = windows();

  it('is the sign-in of the desk, which tells what is wrong', async () => {
    const { page } = await browser.open({ path: '/desk/' });
    await page.getByLabel('User name').fill('bob');
    await page.getByLabel('Password').fill('not that');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('The user name or the password is not right.').waitFor();
    await page.getByLabel('Password').fill(passwordOf('bob'));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await new DeskWindow(page).live();
  });

  it('stays open when the page is loaded again, with the conversation', async () => {
    const contact = await Contact.asking(unique('Still there?'));
    const window = await DeskWindow.open(browser, 'bob', { contact });
    await window.page.reload();
    await window.live();
    await window.heading(contact).waitFor();
    await window.sees('Still there?');
  });

  it('is closed by signing out', async () => {
    const { page } = await browser.open({ path: '/desk/' });
    await page.getByRole('button', { name: 'Sign in as Cyd' }).click();
    await new DeskWindow(page).live();
    await page.getByRole('button', { name: 'Settings of Cyd' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    await page.reload();
    await page.getByLabel('User name').waitFor();
  });

  it('speaks the language of the browser', async () => {
    const { page } = await browser.open({ path: '/desk/', locale: 'de-AT' });
    await page.getByRole('button', { name: 'Als Bob anmelden' }).click();
    await page.getByRole('heading', { name: 'Gespräche' }).waitFor();
  });
});

describe('an agent', { timeout: 300_000 }, () => {
  const browser = windows();

  it('reads what a contact writes and answers, each message once', async () => {
    const question = unique('Where is my parcel?');
    const answer = unique('On its way.');
    const more = unique('Thank you.');
    const contact = await Contact.asking(question);
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    await bob.sees(question);
    await bob.say(answer);
    await bob.confirmed(answer);
    await eventually(async () => (await contact.texts()).includes(answer), 'the answer to arrive');
    await contact.say(more);
    await bob.sees(more);
    for (const text of [question, answer, more]) {
      assert.equal(await bob.message(text).count(), 1);
    }
  });

  it('is shown a new conversation without asking for it', async () => {
    const bob = await DeskWindow.open(browser, 'bob');
    await bob.list('All');
    const contact = await Contact.asking(unique('Anybody here?'));
    await bob.link(contact).filter({ hasText: 'Anybody here?' }).waitFor();
    await bob.link(contact).locator('.badge').waitFor();
    await bob.link(contact).click();
    await bob.heading(contact).waitFor();
    await bob.link(contact).locator('.badge').waitFor({ state: 'detached' });
  });

  it('sees the contact typing, and is seen typing', async () => {
    const contact = await Contact.asking(unique('Hello'));
    await contact.connect();
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    await contact.type(true);
    await bob.typing.filter({ hasText: `${contact.name} is typing…` }).waitFor();
    await contact.type(false);
    await bob.typing.waitFor({ state: 'detached' });
    await bob.field.pressSequentially('I am');
    await contact.hears('conversation.typing_on', ({ user }) => user.name === 'Bob');
    await bob.field.fill('');
    await contact.hears('conversation.typing_off', ({ user }) => user.name === 'Bob');
  });

  it('leaves a note that the contact never sees', async () => {
    const contact = await Contact.asking(unique('Hello'));
    await contact.connect();
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    const cyd = await DeskWindow.open(browser, 'cyd', { contact });
    const note = unique('Careful with this one');
    const answer = unique('How can I help?');
    await bob.note(note);
    await bob.confirmed(note);
    await cyd.page.locator('.message.note').filter({ hasText: note }).waitFor();
    await bob.page.getByRole('radio', { name: 'Reply' }).check();
    await bob.say(answer);
    await contact.hears('message.created', ({ content }) => content === answer);
    assert.deepEqual(
      contact.heard.filter((told) => JSON.stringify(told).includes(note)),
      [],
    );
    assert.equal((await contact.texts()).includes(note), false);
  });

  it('resolves a conversation and opens it again, in the sight of others', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    const cyd = await DeskWindow.open(browser, 'cyd', { contact });
    await cyd.list('All');
    await cyd.link(contact).waitFor();
    await bob.press('Resolve');
    await bob.status.filter({ hasText: 'Resolved' }).waitFor();
    await cyd.status.filter({ hasText: 'Resolved' }).waitFor();
    await cyd.link(contact).waitFor({ state: 'detached' });
    await bob.press('Reopen');
    await cyd.status.filter({ hasText: 'Open' }).waitFor();
    await cyd.link(contact).waitFor();
  });

  it('gives a conversation to a colleague, whose bell rings', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const cyd = await DeskWindow.open(browser, 'cyd');
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    const { id } = await profileOf('cyd');
    await bob.assignee.locator(`option[value="${id}"]`).waitFor({ state: 'attached' });
    await bob.assignee.selectOption(String(id));
    await cyd.link(contact).waitFor();
    await cyd.bell.locator('.badge:visible').waitFor();
    await cyd.bell.click();
    const notice = cyd.notices.filter({ hasText: contact.name });
    await notice.first().click();
    await cyd.heading(contact).waitFor();
    await eventually(
      async () => (await cyd.assignee.inputValue()) === String(id),
      'the conversation to be Cyd’s',
    );
    await cyd.bell.click();
    const read = cyd.page.locator('.notice-link:not(.unread)').filter({ hasText: contact.name });
    await read.first().waitFor();
  });

  it('reads all that the bell tells at once', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const cyd = await DeskWindow.open(browser, 'cyd');
    await contact.assigned('cyd');
    await cyd.notices.filter({ hasText: contact.name }).first().waitFor({ state: 'attached' });
    await cyd.bell.click();
    await cyd.press('Mark all as read');
    await cyd.page.getByRole('button', { name: 'Notifications, 0 unread' }).waitFor();
  });

  it('sees who is there', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    const dot = (presence) => bob.page.locator(`.title-dot [data-presence=${presence}]`);
    await dot('offline').waitFor();
    const socket = await contact.connect();
    await dot('online').waitFor();
    socket.terminate();
    await dot('offline').waitFor({ timeout: 60_000 });
  });

  it('says to be busy, which colleagues see', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    const cyd = await DeskWindow.open(browser, 'cyd');
    await cyd.page.getByRole('button', { name: 'Settings of Cyd' }).click();
    const option = (presence) => bob.assignee.locator('option', { hasText: `Cyd · ${presence}` });
    await cyd.page.getByRole('radio', { name: 'Busy' }).check();
    await option('Busy').waitFor({ state: 'attached' });
    await cyd.page.getByRole('radio', { name: 'Online' }).check();
    await option('Online').waitFor({ state: 'attached' });
  });

  it('sees that the contact has read the answer', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    const answer = unique('Hello yourself');
    await bob.say(answer);
    await bob.confirmed(answer);
    await contact.read();
    await bob.message(answer).locator('.read-mark').waitFor();
  });

  it('is told that a conversation is none of theirs', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const dan = await DeskWindow.open(browser, 'dan', {});
    await dan.page.goto(`/desk/#/conversations/${contact.conversation}`);
    await dan.page.getByText('This conversation is closed to you').waitFor();
  });
});
