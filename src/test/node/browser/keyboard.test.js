import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passwordOf, freshRoom, unique } from './support/server.js';
import { windows } from './support/windows.js';

describe('by keyboard alone', { timeout: 240_000 }, () => {
  const browser = windows();

  /** What has the focus, as a screen reader would name it. */
  const focused = (page) =>
    page.evaluate(() => {
      const { activeElement: it } = document;
      return it.getAttribute('aria-label') ?? it.textContent.trim();
    });

  /** Presses Tab until something of that name has the focus. */
  async function tabTo(page, name, key = 'Tab') {
    for (let presses = 0; presses < 60; presses += 1) {
      if (name.test(await focused(page))) return;
      await page.keyboard.press(key);
    }
    assert.fail(`${key} never reached ${name}`);
  }

  it('somebody signs in, talks, and signs out', async () => {
    const room = await freshRoom();
    const { page, ...window } = await browser.open();
    await page.keyboard.type('ada');
    await page.keyboard.press('Tab');
    await page.keyboard.type(passwordOf('ada'));
    await page.keyboard.press('Enter');
    await page.locator('.connection[data-state=live]').waitFor();

    await tabTo(page, new RegExp(room.name), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: room.name }).waitFor();
    assert.match(await focused(page), /^Message to/);

    const text = unique('typed');
    await page.keyboard.type(text);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('on two lines');
    await page.keyboard.press('Enter');
    await page.locator('.message:not(.waiting)').filter({ hasText: text }).waitFor();
    assert.equal(await window.field.inputValue(), '');

    await tabTo(page, /^Settings of Ada$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Settings' }).waitFor({ state: 'hidden' });
    assert.match(await focused(page), /^Settings of Ada$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Sign out$/);
    await page.keyboard.press('Enter');
    await page.getByText('You are signed out.').waitFor();
  });

  it('messages are one stop, and the arrows move between them', async () => {
    const room = await freshRoom();
    const window = await browser.openAs('ada', { room });
    const { page } = window;
    for (const text of ['first', 'second', 'third']) {
      await window.say(text);
      await window.confirmed(text);
    }
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, /third/, 'Shift+Tab');
    const current = () =>
      page.evaluate(
        () =>
          document.activeElement.closest('.message')?.querySelector('.message-text').textContent,
      );
    assert.equal(await current(), 'third');
    await page.keyboard.press('Home');
    assert.equal(await current(), 'first');
    await page.keyboard.press('ArrowDown');
    assert.equal(await current(), 'second');
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /^Edit message: second$/);
    assert.equal(await page.locator('.message[tabindex="0"]').count(), 1);
    await page.keyboard.press('Escape');
    assert.match(await focused(page), /^Message to/);
  });

  it('the last message is edited with the arrow up, and Escape leaves it as it was', async () => {
    const window = await browser.openAs('ada', { room: await freshRoom() });
    const { page } = window;
    await window.say('almost right');
    await window.confirmed('almost right');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 'Edit your message');
    await page.keyboard.type(' or so');
    await page.keyboard.press('Escape');
    assert.equal(await window.message('or so').count(), 0);
    assert.equal(
      await page.evaluate(() => document.activeElement.classList.contains('message')),
      true,
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('!');
    await page.keyboard.press('Enter');
    await window.sees('almost right! (edited)');
  });

  it('a message is deleted after one more question', async () => {
    const window = await browser.openAs('ada', { room: await freshRoom() });
    const { page } = window;
    await window.say('delete me');
    await window.confirmed('delete me');
    await tabTo(page, /^Delete message: delete me$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Delete this message?' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await window.message('delete me').count(), 1);
    assert.match(await focused(page), /^Delete message/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Delete$/);
    await page.keyboard.press('Enter');
    await window.sees('This message was deleted.');
  });

  it('the focus is always visible', async () => {
    const { page } = await browser.openAs('ada', { room: await freshRoom() });
    const invisible = [];
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const it = document.activeElement;
        if (it === document.body) return null;
        const around = it.closest('.composer-box, .segment') ?? it;
        const marks = [it, around, it.nextElementSibling].filter(Boolean);
        const outlined = marks.some((mark) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(mark);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
        return outlined ? null : it.outerHTML.slice(0, 120);
      });
      if (seen) invisible.push(seen);
    }
    assert.deepEqual(invisible, []);
  });
});
