import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessible.js';
import { profileOf } from './support/desk.js';
import { DeskWindow } from './support/desk-window.js';
import { eventually } from './support/eventually.js';
import { unique } from './support/server.js';
import { WidgetWindow } from './support/widget-window.js';
import { windows } from './support/windows.js';

/** A visitor who has asked something, and an agent who looks at it. */
async function talking(browser, agent = 'bob') {
  const question = unique('Do you ship to Iceland?');
  const visitor = await WidgetWindow.open(browser);
  await visitor.say(question);
  const desk = await DeskWindow.open(browser, agent);
  await desk.list('All');
  await desk.page.locator('.conversations a').filter({ hasText: question }).click();
  await desk.sees(question);
  return { visitor, desk, question };
}

describe('a visitor and an agent', { timeout: 300_000 }, () => {
  const browser = windows();

  it('read what the other writes, each message once', async () => {
    const { visitor, desk, question } = await talking(browser);
    const answer = unique('We do.');
    const more = unique('Thank you.');
    await desk.say(answer);
    await visitor.sees(answer);
    await visitor.say(more);
    await desk.sees(more);
    await desk.confirmed(answer);
    for (const window of [visitor, desk]) {
      for (const text of [question, answer, more]) {
        assert.equal(await window.message(text).count(), 1);
      }
    }
  });

  it('see the other typing', async () => {
    const { visitor, desk } = await talking(browser);
    await visitor.field.pressSequentially('And');
    await desk.typing.waitFor();
    await visitor.field.fill('');
    await desk.typing.waitFor({ state: 'detached' });
    await desk.field.pressSequentially('We');
    await visitor.typing.filter({ hasText: 'Bob is typing…' }).waitFor();
    await desk.field.press('Enter');
    await visitor.typing.waitFor({ state: 'detached' });
  });

  it('do not share the notes of the desk', async () => {
    const { visitor, desk } = await talking(browser);
    const note = unique('Be careful');
    const answer = unique('Gladly');
    await desk.note(note);
    await desk.confirmed(note);
    await desk.page.getByRole('radio', { name: 'Reply' }).check();
    await desk.say(answer);
    await visitor.sees(answer);
    assert.equal(await visitor.message(note).count(), 0);
    await visitor.page.reload();
    await visitor.sees(answer);
    assert.equal(await visitor.message(note).count(), 0);
  });

  it('see that the other is there', async () => {
    const { visitor, desk } = await talking(browser);
    await visitor.who.filter({ hasText: 'Bob' }).waitFor();
    await desk.page.locator('.title-dot [data-presence=online]').waitFor();
    await visitor.page.close();
    await desk.page.locator('.title-dot [data-presence=offline]').waitFor({ timeout: 60_000 });
  });

  it('see that a question is answered for good, and that it is not', async () => {
    const { visitor, desk } = await talking(browser);
    await visitor.press('End the conversation');
    await desk.status.filter({ hasText: 'Resolved' }).waitFor();
    await visitor.say(unique('One more thing'));
    await desk.status.filter({ hasText: 'Open' }).waitFor();
    await desk.press('Resolve');
    await visitor.page
      .getByRole('button', { name: 'End the conversation' })
      .waitFor({ state: 'hidden' });
  });

  it('go on after the page was loaded again', async () => {
    const { visitor, desk, question } = await talking(browser);
    await visitor.page.reload();
    await visitor.live();
    await visitor.sees(question);
    const answer = unique('Still here');
    await desk.say(answer);
    await visitor.sees(answer);
    const reply = unique('So am I');
    await visitor.say(reply);
    await desk.sees(reply);
  });

  it('hear of each other by a bell, and by a mark that says what was read', async () => {
    const { visitor, desk } = await talking(browser);
    const answer = unique('Here you are');
    await desk.say(answer);
    await visitor.page.bringToFront();
    await visitor.field.focus();
    await visitor.sees(answer);
    await desk.message(answer).locator('.read-mark').waitFor();
    const { id } = await profileOf('bob');
    await desk.assignee.locator(`option[value="${id}"]`).waitFor({ state: 'attached' });
    await desk.assignee.selectOption(String(id));
    const { page } = desk;
    await page.locator('.activity').filter({ hasText: /Bob/ }).first().waitFor();
    const name = await page.getByRole('heading', { level: 1 }).textContent();
    await page.goto('/desk/#/');
    await page.getByText('Pick a conversation to answer.').waitFor();
    await visitor.say(unique('Anybody?'));
    await desk.bell.locator('.badge:visible').waitFor();
    const itsName = new RegExp(`${name}(?!\\d)`);
    const notice = page.locator('.notice-link.unread').filter({ hasText: itsName });
    await notice.first().waitFor({ state: 'attached' });
  });
});

describe('the widget', { timeout: 240_000 }, () => {
  const browser = windows();

  it('says so if there is no such website', async () => {
    const { page } = await browser.open({ path: '/widget/?website_token=nope' });
    await page.getByRole('heading', { name: 'There is no such website' }).waitFor();
  });

  it('speaks the language of the visitor', async () => {
    const visitor = await WidgetWindow.open(browser, { locale: 'fr-FR' });
    await visitor.page.getByLabel('Écrire un message').waitFor();
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`is accessible in ${colorScheme} colours`, async () => {
      const visitor = await WidgetWindow.open(browser, {
        colorScheme,
        viewport: { width: 380, height: 620 },
      });
      await visitor.page.locator('.greeting').waitFor();
      await assertAccessible(visitor.page);
      const question = unique('Hello');
      await visitor.say(question);
      const desk = await DeskWindow.open(browser, 'cyd');
      await desk.list('All');
      await desk.page.locator('.conversations a').filter({ hasText: question }).click();
      const answer = unique('Hello yourself');
      await desk.say(answer);
      await visitor.sees(answer);
      await desk.field.pressSequentially('more');
      await visitor.typing.waitFor();
      await assertAccessible(visitor.page);
    });
  }

  it('tells its visitors apart', async () => {
    const secret = unique('My order');
    const one = await WidgetWindow.open(browser);
    await one.say(secret);
    const other = await WidgetWindow.open(browser);
    await other.page.locator('.greeting').waitFor();
    assert.equal(await other.message(secret).count(), 0);
    await eventually(async () => (await one.message(secret).count()) === 1, 'the first to see it');
  });
});
