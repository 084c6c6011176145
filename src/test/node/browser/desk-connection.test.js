import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Contact } from './support/desk.js';
import { DeskWindow } from './support/desk-window.js';
import { lineToServer } from './support/line.js';
import { unique } from './support/server.js';
import { windows } from './support/windows.js';

describe('a desk whose connection breaks', { timeout: 240_000 }, () => {
  const line = lineToServer();
  const browser = windows();

  it('shows what was said meanwhile, once', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const bob = await DeskWindow.open(browser, 'bob', { contact, baseURL: line.address });
    const missed = unique('Are you still there?');
    line.cut();
    await bob.page.locator('.connection[data-state=reconnecting]').waitFor();
    await contact.say(missed);
    line.mend();
    await bob.live();
    await bob.sees(missed);
    assert.equal(await bob.message(missed).count(), 1);
  });

  it('keeps what could not be sent, and sends it when asked to', async () => {
    const contact = await Contact.asking(unique('Hello'));
    const bob = await DeskWindow.open(browser, 'bob', { contact, baseURL: line.address });
    const answer = unique('I am here');
    line.cut();
    await bob.say(answer);
    await bob.page.locator('.message.failed').filter({ hasText: answer }).waitFor();
    line.mend();
    await bob.live();
    await bob.message(answer).getByRole('button', { name: 'Try again' }).click();
    await bob.confirmed(answer);
    assert.equal(await bob.message(answer).count(), 1);
  });
});
