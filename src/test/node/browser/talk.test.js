import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eventually } from './support/eventually.js';
import { ApiUser, freshRoom, unique } from './support/server.js';
import { windows } from './support/windows.js';

describe('two people in a room', { timeout: 240_000 }, () => {
  const browser = windows();
  let room;

  before(async () => {
    room = await freshRoom();
  });

  const both = () =>
    Promise.all([browser.openAs('ada', { room }), browser.openAs('bob', { room })]);

  it('read what the other writes, each message once', async () => {
    const [ada, bob] = await both();
    const hello = unique('Hello');
    const answer = unique('Hello yourself');
    await ada.say(hello);
    await bob.sees(hello);
    await bob.say(answer);
    await ada.sees(answer);
    await ada.confirmed(hello);
    await bob.confirmed(answer);
    for (const window of [ada, bob]) {
      assert.equal(await window.message(hello).count(), 1);
      assert.equal(await window.message(answer).count(), 1);
    }
  });

  it('keep the order in which somebody writes', async () => {
    const [ada, bob] = await both();
    const mark = unique('burst');
    for (let number = 0; number < 8; number += 1) await ada.say(`${mark} ${number}`);
    await bob.sees(`${mark} 7`);
    const heard = (await bob.texts()).filter((text) => text.startsWith(mark));
    assert.deepEqual(
      heard,
      [0, 1, 2, 3, 4, 5, 6, 7].map((number) => `${mark} ${number}`),
    );
  });

  it('keep line breaks, signs and emoji as they are, and markup as text', async () => {
    const [ada, bob] = await both();
    const text = `${unique('<b>bold</b>')} & “quotes” 🚡\nsecond line <img src=x onerror=alert(1)>`;
    await ada.field.fill(text);
    await ada.field.press('Enter');
    await bob.sees('second line');
    assert.ok((await bob.texts()).includes(text));
    assert.equal(await bob.page.locator('.message img, .message b').count(), 0);
  });

  it('can follow a web address', async () => {
    const [ada, bob] = await both();
    const address = `https://example.org/${unique('page').replace(' ', '-')}`;
    await ada.say(`Look at ${address}.`);
    const link = bob.page.getByRole('link', { name: address });
    assert.equal(await link.getAttribute('href'), address);
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  });

  it('see the other typing, until the field is empty', async () => {
    const [ada, bob] = await both();
    await ada.field.pressSequentially('I am');
    await bob.typing.filter({ hasText: 'Ada is typing…' }).waitFor();
    assert.equal(await ada.typing.count(), 0);
    await ada.field.fill('');
    await bob.typing.waitFor({ state: 'detached' });
  });

  it('see that typing ends with the message, and when the field is left', async () => {
    const [ada, bob] = await both();
    await ada.say(unique('done'));
    await ada.field.pressSequentially('more');
    await bob.typing.waitFor();
    await ada.field.press('Enter');
    await bob.typing.waitFor({ state: 'detached' });
    await ada.field.pressSequentially('and more');
    await bob.typing.waitFor();
    await ada.page.getByRole('button', { name: /^Settings of/ }).focus();
    await bob.typing.waitFor({ state: 'detached' });
  });

  it('see who is here', async () => {
    const empty = await freshRoom(); // the windows of the tests before are not all gone yet
    const ada = await browser.openAs('ada', { room: empty });
    const bob = await browser.openAs('bob', { room: empty });
    const here = async () => (await ada.online.allTextContents()).join();
    await eventually(async () => (await here()) === 'Ada,Bob', 'Ada and Bob to be online');
    await bob.page.context().close();
    await eventually(async () => (await here()) === 'Ada', 'Bob to be gone', 30_000);
  });

  it('see how far the other has read', async () => {
    const [ada, bob] = await both();
    await bob.page.bringToFront();
    const text = unique('Read me');
    await ada.say(text);
    await bob.sees(text);
    await ada.message(text).getByText('Seen by Bob').waitFor({ state: 'attached' });
  });

  it('see a message change when its author edits it', async () => {
    const [ada, bob] = await both();
    const text = unique('Frist');
    await ada.say(text);
    await ada.confirmed(text);
    await ada.message(text).hover();
    await ada
      .message(text)
      .getByRole('button', { name: /^Edit message/ })
      .click();
    const editing = ada.page.getByLabel('Edit your message');
    assert.equal(await editing.inputValue(), text);
    const better = text.replace('Frist', 'First');
    await editing.fill(better);
    await editing.press('Enter');
    await bob.sees(`${better} (edited)`);
    assert.equal(await bob.message(text).count(), 0);
  });

  it('see a message go when its author deletes it', async () => {
    const [ada, bob] = await both();
    const text = unique('Forget this');
    await bob.say(text);
    await bob.confirmed(text);
    await ada.sees(text);
    await bob.message(text).hover();
    await bob
      .message(text)
      .getByRole('button', { name: /^Delete message/ })
      .click();
    await bob.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await ada.message(text).waitFor({ state: 'detached' });
    await ada.sees('This message was deleted.');
  });

  it('cannot change what the other wrote, unless they moderate', async () => {
    const [ada, bob] = await both();
    const text = unique('Mine');
    await ada.say(text);
    await bob.sees(text);
    await bob.message(text).hover();
    assert.equal(await bob.message(text).getByRole('button').count(), 0);
  });

  it('are told when a message is too long, and it is not sent', async () => {
    const ada = await browser.openAs('ada', { room });
    await ada.field.fill('x'.repeat(10_001));
    await ada.page.getByText('1 character too many').waitFor();
    const before = await ada.messages.count();
    await ada.field.press('Enter');
    assert.equal((await ada.field.inputValue()).length, 10_001);
    assert.equal(await ada.messages.count(), before);
  });
});

describe('times', { timeout: 120_000 }, () => {
  const browser = windows();

  it('are shown in the zone of the viewer', async () => {
    const room = await freshRoom();
    const { createdAt } = await ApiUser.as('ada').say(room.slug, 'What time is it?');
    for (const [timezoneId, shown] of [
      ['Asia/Tokyo', 'Asia/Tokyo'],
      ['America/New_York', 'America/New York'],
    ]) {
      const window = await browser.openAs('bob', { room, timezoneId });
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeStyle: 'short',
        timeZone: timezoneId,
      });
      const time = window.message('What time is it?').locator('time');
      assert.equal(await time.textContent(), clock.format(new Date(createdAt)));
      assert.equal(new Date(await time.getAttribute('datetime')).getTime(), Date.parse(createdAt));
      await window.openSettings();
      await window.page.getByText(`Times are shown in ${shown}.`).waitFor();
    }
  });
});
