import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.js';
import { ApiUser, followed, freshRoom, unique } from './support/server.js';
import { windows } from './support/windows.js';

describe('the rooms', { timeout: 240_000 }, () => {
  const browser = windows();

  it('mark what is unread while another one is open', async () => {
    const room = await freshRoom();
    const other = await freshRoom();
    // Who comes for the first time has missed nothing: only what is said from then on is unread.
    await ApiUser.as('ada').say(other.slug, 'before');
    const bob = await browser.openAs('bob', { room });
    await followed(other, 'Bob');
    const link = bob.room(other.name);
    await ApiUser.as('ada').sayMany(other.slug, 2);
    await link.locator('.badge').filter({ hasText: /^2$/ }).waitFor();
    assert.match(await link.textContent(), /2 unread messages/);
    await bob.titleIs(/^\(\d+\+?\) /);
    await bob.openRoom(other);
    await link.locator('.badge').waitFor({ state: 'detached' });
    await bob.page.locator('.divider.new').waitFor();
  });

  it('forget the mark in all windows of a person, and after a reload', async () => {
    const room = await freshRoom();
    const other = await freshRoom();
    const first = await browser.openAs('bob', { room });
    const second = await browser.openAs('bob', { room });
    await followed(other, 'Bob');
    await ApiUser.as('ada').say(other.slug, 'news');
    for (const window of [first, second]) await window.room(other.name).locator('.badge').waitFor();
    await first.page.bringToFront();
    await first.openRoom(other);
    await second.room(other.name).locator('.badge').waitFor({ state: 'detached' });
    await first.page.reload();
    await first.live();
    assert.equal(await first.room(other.name).locator('.badge').count(), 0);
  });

  it('are remembered by the page address', async () => {
    const [one, two] = [await freshRoom(), await freshRoom()];
    const window = await browser.openAs('bob', { room: one });
    await window.openRoom(two);
    await window.page.reload();
    await window.page.getByRole('heading', { level: 1, name: two.name }).waitFor();
    await window.page.goBack();
    await window.page.getByRole('heading', { level: 1, name: one.name }).waitFor();
  });

  it('keep what was begun to be written in each', async () => {
    const [one, two] = [await freshRoom(), await freshRoom()];
    const window = await browser.openAs('bob', { room: one });
    await window.field.fill('half a sentence');
    await window.openRoom(two);
    assert.equal(await window.field.inputValue(), '');
    await window.openRoom(one);
    assert.equal(await window.field.inputValue(), 'half a sentence');
  });

  it('can be made, and others find them', async () => {
    const ada = await browser.openAs('ada');
    const bob = await browser.openAs('bob');
    const name = unique('Möbel & Co');
    await ada.page.getByRole('button', { name: 'New room' }).click();
    const dialog = ada.page.getByRole('dialog', { name: 'New room' });
    await dialog.getByLabel('Name').fill(name);
    const slug = await dialog.getByLabel('Address').inputValue();
    assert.match(slug, /^mobel-co-[0-9a-f]{8}$/);
    await dialog.getByRole('button', { name: 'Create room' }).click();
    await ada.page.getByRole('heading', { level: 1, name }).waitFor();
    await bob.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await bob.room(name).waitFor();

    await ada.page.getByRole('button', { name: 'New room' }).click();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Create room' }).click();
    await dialog.getByText('That address is taken already.').waitFor();
    await ada.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('for members only are closed to others until somebody adds them', async () => {
    const room = await freshRoom({ visibility: 'members' });
    const dan = await browser.open({ path: `/#/rooms/${room.slug}` });
    await dan.signIn('dan');
    await dan.page.getByText('This room is closed to you').waitFor();
    assert.equal(await dan.room(room.name).count(), 0);

    const ada = await browser.openAs('ada', { room });
    await ada.page.getByRole('button', { name: 'Add people' }).click();
    await ada.page.getByRole('button', { name: 'Add Dan' }).click();
    await ada.page.getByText('Dan is a member now.').waitFor();
    await dan.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await dan.live();
    await ada.say('Welcome, Dan');
    await dan.sees('Welcome, Dan');
  });
});

describe('history', { timeout: 240_000 }, () => {
  const browser = windows();

  it('comes on scrolling up, and what one looks at stays in its place', async () => {
    const room = await freshRoom();
    await ApiUser.as('ada').sayMany(room.slug, 120);
    const bob = await browser.openAs('bob', { room });
    await bob.sees('line 120');
    assert.equal(await bob.messages.count(), 50);

    // In one step, as the row may be made anew at any moment.
    const place = (scrollTo) =>
      bob.log.evaluate((log, top) => {
        if (top !== undefined) log.scrollTop = top;
        const texts = [...log.querySelectorAll('.message-text')];
        const text = texts.find(({ textContent }) => textContent === 'line 71');
        return Math.round(text.getBoundingClientRect().top);
      }, scrollTo);
    const before = await place(150);
    await eventually(async () => (await bob.messages.count()) === 100, 'the page before');
    const moved = (await place()) - before;
    assert.ok(Math.abs(moved) <= 2, `moved by ${moved} pixels`);

    await bob.log.evaluate((log) => (log.scrollTop = 0));
    await bob.page.getByText(`This is where ${room.name} begins.`).waitFor();
    const texts = await bob.texts();
    assert.deepEqual(
      texts,
      Array.from({ length: 120 }, (_, at) => `line ${at + 1}`),
    );
  });

  it('stays in its place when something new is said, and says so', async () => {
    const room = await freshRoom();
    await ApiUser.as('ada').sayMany(room.slug, 40);
    const bob = await browser.openAs('bob', { room });
    await bob.sees('line 40');
    await bob.log.evaluate((log) => (log.scrollTop = 0));
    await bob.page.getByRole('button', { name: 'Jump to newest' }).waitFor();
    await ApiUser.as('ada').say(room.slug, 'the newest');
    const button = bob.page.getByRole('button', { name: '1 new message' });
    await button.waitFor();
    assert.equal(await bob.log.evaluate((log) => log.scrollTop), 0);
    await button.click();
    await button.waitFor({ state: 'hidden' });
    const gap = () =>
      bob.log.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
    await eventually(async () => (await gap()) <= 1, 'the end of the list');
  });

  it('can be asked for again when it did not come', async () => {
    const room = await freshRoom();
    await ApiUser.as('ada').sayMany(room.slug, 60);
    const bob = await browser.openAs('bob', { room });
    await bob.page.route('**/messages?*', (route) => route.fulfill({ status: 500, body: '' }));
    const older = bob.page.getByRole('button', {
      name: 'Show earlier messages',
    });
    await older.click();
    await bob.page.getByText('Something went wrong on the server.').waitFor();
    await bob.page.unroute('**/messages?*');
    await older.click();
    await bob.sees(/line 1$/);
  });
});
