import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessible.js';
import { ApiUser, freshRoom } from './support/server.js';
import { windows } from './support/windows.js';

for (const colorScheme of ['light', 'dark']) {
  describe(`the page in ${colorScheme} colours`, { timeout: 240_000 }, () => {
    const browser = windows();

    it('is accessible when signing in, also with an error', async () => {
      const window = await browser.open({ colorScheme });
      await window.page.getByRole('button', { name: 'Sign in as Ada' }).waitFor();
      await assertAccessible(window.page);
      await window.page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await window.page.getByText('Enter your user name and your password.').waitFor();
      await assertAccessible(window.page);
    });

    it('is accessible in a room with messages of all kinds', async () => {
      const room = await freshRoom();
      const other = await freshRoom();
      const api = ApiUser.as('bob');
      await api.sayMany(room.slug, 60);
      await api.say(room.slug, 'See https://example.org for more.');
      const { id } = await api.say(room.slug, 'to be deleted');
      await api.request('DELETE', `/api/rooms/${room.slug}/messages/${id}`);
      const ada = await browser.openAs('ada', { room, colorScheme });
      const bob = await browser.openAs('bob', { room });
      await ada.say('Hello');
      await ada.confirmed('Hello');
      await api.say(other.slug, 'unread');
      await ada.room(other.name).locator('.badge').waitFor();
      await bob.field.pressSequentially('typing');
      await ada.typing.waitFor();
      await ada.message('Hello').hover();
      await assertAccessible(ada.page);
      await ada.field.press('ArrowUp');
      await ada.page.getByLabel('Edit your message').waitFor();
      await assertAccessible(ada.page);
    });

    it('is accessible with the settings and the dialogs open', async () => {
      const room = await freshRoom({ visibility: 'members' });
      const { page, ...ada } = await browser.openAs('ada', {
        room,
        colorScheme,
      });
      await page.getByText('Nothing said yet').waitFor();
      await assertAccessible(page);
      await page.getByRole('button', { name: /^Settings of/ }).click();
      await assertAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'New room' }).click();
      await assertAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Add people' }).click();
      await assertAccessible(page);
      await page.keyboard.press('Escape');
      await ada.field.focus();
    });

    it('is accessible without a connection and on a phone', async () => {
      const room = await freshRoom();
      const ada = await browser.openAs('ada', {
        room,
        colorScheme,
        viewport: { width: 390, height: 780 },
        hasTouch: true,
      });
      await assertAccessible(ada.page);
      await ada.page.getByRole('button', { name: 'Show rooms' }).click();
      await assertAccessible(ada.page);
      await ada.page.keyboard.press('Escape');
      await ada.page.getByRole('button', { name: 'Show people' }).click();
      await assertAccessible(ada.page);
      await ada.page.keyboard.press('Escape');
      await ada.page.context().routeWebSocket(/\/cable/, (socket) => socket.close());
      await ada.page.reload();
      await ada.state('reconnecting');
      await ada.say('unsent');
      await ada.page.getByText('Waiting for the connection…').waitFor();
      await assertAccessible(ada.page);
    });
  });
}

describe('screen readers', { timeout: 120_000 }, () => {
  const browser = windows();

  it('are told of new messages, not of old ones nor of one’s own', async () => {
    const room = await freshRoom();
    await ApiUser.as('bob').say(room.slug, 'an old message');
    const ada = await browser.openAs('ada', { room });
    const log = ada.page.getByRole('log');
    await ada.say('my own');
    await ada.confirmed('my own');
    await ApiUser.as('bob').say(room.slug, 'a new message');
    await log.getByText('Bob: a new message').waitFor({ state: 'attached' });
    assert.equal(await log.textContent(), 'Bob: a new message');
  });
});
