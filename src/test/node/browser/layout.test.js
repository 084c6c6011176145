import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApiUser, freshRoom } from './support/server.js';
import { windows } from './support/windows.js';

const PHONE = {
  viewport: { width: 320, height: 568 },
  hasTouch: true,
  isMobile: true,
};

describe('on a screen 320 pixels wide', { timeout: 240_000 }, () => {
  const browser = windows();

  /** What sticks out at a side once nothing moves any more; a few of them tell enough. */
  const overflow = (page) =>
    page.evaluate(async () => {
      await Promise.all(document.getAnimations().map((animation) => animation.finished));
      return [...document.querySelectorAll('body *')]
        .filter((it) => !it.closest('.unseen, .avatar') && it.checkVisibility())
        .filter((it) => {
          const { left, right, width } = it.getBoundingClientRect();
          return width > 1 && (left < -1 || right > innerWidth + 1);
        })
        .map((it) => it.outerHTML.slice(0, 100))
        .slice(0, 5);
    });

  it('one can sign in without scrolling sideways', async () => {
    const { page } = await browser.open(PHONE);
    await page.getByRole('button', { name: 'Sign in as Ada' }).waitFor();
    assert.deepEqual(await overflow(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  it('a room fits, with long words and long lines', async () => {
    const room = await freshRoom();
    await ApiUser.as('bob').say(
      room.slug,
      `${'Donaudampfschiff'.repeat(12)} ${'word '.repeat(60)}`,
    );
    await ApiUser.as('bob').say(room.slug, `https://example.org/${'x'.repeat(200)}`);
    const window = await browser.openAs('ada', { room, ...PHONE });
    await window.say('fits');
    await window.confirmed('fits');
    assert.deepEqual(await overflow(window.page), []);
    const composer = await window.field.boundingBox();
    assert.ok(composer.y + composer.height <= 568);
  });

  it('the rooms and the people come in from the sides', async () => {
    const [one, two] = [await freshRoom(), await freshRoom()];
    const window = await browser.openAs('ada', { room: one, ...PHONE });
    const { page } = window;
    assert.equal(await window.room(two.name).isVisible(), false);
    await page.getByRole('button', { name: 'Show rooms' }).tap();
    assert.deepEqual(await overflow(page), []);
    await window.room(two.name).tap();
    await page.getByRole('heading', { level: 1, name: two.name }).waitFor();
    await window.room(two.name).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Show people' }).tap();
    await page.getByRole('heading', { name: 'People' }).waitFor();
    assert.deepEqual(await overflow(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'People' }).waitFor({ state: 'hidden' });
  });

  it('a tap on a message offers what can be done with it', async () => {
    const room = await freshRoom();
    const window = await browser.openAs('ada', { room, ...PHONE });
    await window.say('tap me');
    await window.confirmed('tap me');
    const edit = window.message('tap me').getByRole('button', { name: /^Edit message/ });
    assert.equal(await edit.isVisible(), false);
    await window.message('tap me').tap();
    await edit.tap();
    await window.page.getByLabel('Edit your message').waitFor();
  });

  it('things to tap are large enough', async () => {
    const window = await browser.openAs('ada', {
      room: await freshRoom(),
      ...PHONE,
    });
    const small = await window.page.evaluate(() =>
      [...document.querySelectorAll('button, a, input, textarea, select')]
        .filter((it) => it.checkVisibility({ visibilityProperty: true }))
        .filter((it) => !it.matches('.skip'))
        .map((it) => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([html]) => html),
    );
    assert.deepEqual(small, []);
  });
});
