import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessible.js';
import { Contact } from './support/desk.js';
import { DeskWindow } from './support/desk-window.js';
import { eventually } from './support/eventually.js';
import { unique } from './support/server.js';
import { windows } from './support/windows.js';

for (const colorScheme of ['light', 'dark']) {
  describe(`the desk in ${colorScheme} colours`, { timeout: 240_000 }, () => {
    const browser = windows();

    it('is accessible with a conversation of all kinds of messages', async () => {
      const contact = await Contact.asking(unique('Hello'));
      const bob = await DeskWindow.open(browser, 'bob', { contact, colorScheme });
      await bob.list('All');
      await bob.link(contact).waitFor();
      await bob.say('An answer, see https://example.org for more.');
      await bob.confirmed('An answer');
      await contact.read();
      await bob.page.locator('.read-mark').waitFor();
      await bob.note('A note');
      await bob.confirmed('A note');
      await bob.press('Resolve');
      await bob.page.locator('.activity').first().waitFor();
      await contact.type(true);
      await bob.typing.waitFor();
      await assertAccessible(bob.page);
    });

    it('is accessible with the bell and the settings open', async () => {
      const contact = await Contact.asking(unique('Hello'));
      const cyd = await DeskWindow.open(browser, 'cyd', { colorScheme });
      await contact.assigned('cyd');
      await cyd.notices.filter({ hasText: contact.name }).first().waitFor({ state: 'attached' });
      await cyd.bell.click();
      await assertAccessible(cyd.page);
      await cyd.page.keyboard.press('Escape');
      await cyd.page.getByRole('button', { name: 'Settings of Cyd' }).click();
      await assertAccessible(cyd.page);
    });

    it('is accessible on a phone', async () => {
      const contact = await Contact.asking(unique('Hello'));
      const phone = { viewport: { width: 390, height: 780 }, hasTouch: true };
      const bob = await DeskWindow.open(browser, 'bob', { contact, colorScheme, ...phone });
      await bob.sees('Hello');
      await assertAccessible(bob.page);
      await bob.press('Show conversations');
      await bob.list('All');
      await bob.link(contact).waitFor();
      await assertAccessible(bob.page);
    });
  });
}

describe('the keyboard at the desk', { timeout: 120_000 }, () => {
  const browser = windows();

  it('moves between conversations and messages by the arrows', async () => {
    const earlier = await Contact.asking(unique('Earlier'));
    const contact = await Contact.asking(unique('Later'));
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    await bob.list('All');
    await bob.link(earlier).waitFor();
    const focused = (selector) => bob.page.locator(`${selector}:focus`);
    await bob.link(contact).focus();
    await bob.page.keyboard.press('ArrowDown');
    const isFocused = (link) => link.evaluate((it) => it === document.activeElement);
    await eventually(async () => !(await isFocused(bob.link(contact))), 'the focus to move on');
    await focused('.conversations a').waitFor();
    await bob.page.keyboard.press('Home');
    await bob.page.keyboard.press('Enter');
    await bob.field.focus();
    await bob.page.locator('.message').last().focus();
    await bob.page.keyboard.press('Escape');
    await focused('#composer').waitFor();
  });

  it('tells screen readers of what the contact says', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const bob = await DeskWindow.open(browser, 'bob', { contact });
    await bob.sees('Hello');
    await bob.say('My own words');
    await bob.confirmed('My own words');
    await contact.say('And another thing');
    const log = bob.page.getByRole('log');
    await eventually(
      async () => (await log.textContent()) === `${contact.name}: And another thing`,
      'the announcement',
    );
  });
});
