import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DeskWindow } from './support/desk-window.js';
import { unique } from './support/server.js';
import { website } from './support/website.js';
import { WidgetWindow } from './support/widget-window.js';
import { windows } from './support/windows.js';

describe('the widget in the page of another site', { timeout: 240_000 }, () => {
  const site = website();
  const browser = windows();

  /** The page of the site, with its widget opened. */
  async function visit() {
    const page = await browser.page(site.address);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    const visitor = new WidgetWindow(page.frameLocator('iframe'));
    await visitor.live();
    return { page, visitor };
  }

  it('lets the visitor ask, and an agent answer', async () => {
    const { visitor } = await visit();
    const question = unique('Is it in stock?');
    await visitor.say(question);
    const desk = await DeskWindow.open(browser, 'bob');
    await desk.list('All');
    await desk.page.locator('.conversations a').filter({ hasText: question }).click();
    const answer = unique('It is.');
    await desk.say(answer);
    await visitor.sees(answer);
  });

  it('goes on where it was when the visitor comes to another page', async () => {
    const { page, visitor } = await visit();
    const question = unique('Is it blue?');
    await visitor.say(question);
    await page.goto(`${site.address}/other`);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await visitor.sees(question);
  });

  it('is closed by either button, and gives the focus back', async () => {
    const { page, visitor } = await visit();
    await visitor.press('Close the chat');
    const launcher = page.getByRole('button', { name: 'Open the chat' });
    await launcher.waitFor();
    assert.ok(await launcher.evaluate((it) => it === document.activeElement));
    await launcher.press('Enter');
    await visitor.field.waitFor();
    await page.getByRole('button', { name: 'Close the chat' }).first().click();
    await visitor.field.waitFor({ state: 'hidden' });
  });

  it('makes nobody a contact who does not open it', async () => {
    const page = await browser.page(site.address);
    await page.getByRole('button', { name: 'Open the chat' }).waitFor();
    assert.equal(await page.locator('iframe').count(), 0);
  });
});
