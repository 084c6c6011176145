import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.js';
import { SERVER } from './support/server.js';
import { windows } from './support/windows.js';

describe('signing in', { timeout: 120_000 }, () => {
  const browser = windows();

  it('opens the chat, and a reload keeps it open', async () => {
    const window = await browser.signIn('ada');
    await window.page.getByRole('heading', { level: 1, name: 'General' }).waitFor();
    await window.page.reload();
    await window.live();
    assert.equal(await window.login.count(), 0);
  });

  it('offers the demo people', async () => {
    const window = await browser.open();
    await window.page.getByRole('button', { name: 'Sign in as Bob' }).click();
    await window.live();
    await window.page.getByRole('button', { name: 'Settings of Bob' }).waitFor();
  });

  it('works where there are no demo people', async () => {
    const window = await browser.open({
      prepare: (profile) =>
        profile.route('**/api/demo-users', (route) => route.fulfill({ status: 404, body: '' })),
    });
    await window.signIn('bob');
    await window.live();
  });

  it('refuses a wrong password and lets try again', async () => {
    const window = await browser.open();
    await window.signIn('cyd', 'not it');
    await window.page.getByText('The user name or the password is not right.').waitFor();
    assert.equal(await window.password.getAttribute('aria-invalid'), 'true');
    await window.signIn('cyd');
    await window.live();
  });

  it('asks for what is missing without asking the server', async () => {
    const window = await browser.open();
    await window.login.fill('cyd');
    await window.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await window.page.getByText('Enter your user name and your password.').waitFor();
    assert.equal(await window.password.evaluate((field) => field === document.activeElement), true);
  });

  it('says how long to wait after too many attempts', async () => {
    const window = await browser.open();
    await window.page.route('**/api/tokens', (route) =>
      route.fulfill({
        status: 429,
        headers: {
          'Retry-After': '30',
          'Content-Type': 'application/problem+json',
        },
        body: '{"title":"Too Many Requests","status":429}',
      }),
    );
    await window.signIn('cyd');
    await window.page.getByText('Too many attempts. Try again in 30 seconds.').waitFor();
  });

  it('says when the server does not answer, and comes in once it does', async () => {
    const window = await browser.open({
      prepare: (profile) => profile.route('**/api/me', (route) => route.abort()),
    });
    await window.page.getByText('The server does not answer.').waitFor();
    await window.page.context().unroute('**/api/me');
    await window.page.getByRole('button', { name: 'Try again' }).click();
    await window.login.waitFor();
  });
});

describe('signing out', { timeout: 120_000 }, () => {
  const browser = windows();

  it('ends the session for good', async () => {
    const window = await browser.signIn('dan');
    const cookies = await window.page.context().cookies();
    const session = cookies.find(({ name }) => name === 'ropeway_session');
    await window.signOut();
    await window.page.getByText('You are signed out.').waitFor();
    const response = await fetch(`${SERVER}/api/me`, {
      headers: { Cookie: `ropeway_session=${session.value}` },
    });
    assert.equal(response.status, 401);
    await window.page.reload();
    await window.login.waitFor();
  });

  it('ends the other windows of the session too', async () => {
    const first = await browser.signIn('dan');
    const second = await first.page.context().newPage();
    await second.goto('/');
    await second.locator('.connection[data-state=live]').waitFor();
    await first.signOut();
    await second.getByText('Your session has ended.').waitFor();
  });

  it('keeps the session out of reach of scripts', async () => {
    const window = await browser.signIn('dan');
    const cookies = await window.page.context().cookies();
    const session = cookies.find(({ name }) => name === 'ropeway_session');
    assert.equal(session.httpOnly, true);
    assert.equal(session.sameSite, 'Lax');
    const visible = await window.page.evaluate(() =>
      [document.cookie, ...Object.values(localStorage), ...Object.values(sessionStorage)].join(),
    );
    assert.equal(visible.includes(session.value), false);
  });
});

describe('the choices of a viewer', { timeout: 120_000 }, () => {
  const browser = windows();

  it('begin with the language of the browser', async () => {
    const window = await browser.open({ locale: 'de-AT' });
    await window.page.getByRole('heading', { name: 'Bei Ropeway anmelden' }).waitFor();
    assert.equal(await window.page.locator('html').getAttribute('lang'), 'de');
  });

  it('change the language at once and for the next visit', async () => {
    const window = await browser.signIn('ada');
    await window.openSettings();
    await window.page.getByLabel('Language').selectOption('fr');
    await window.page.getByRole('heading', { name: 'Salons' }).waitFor();
    await window.page.locator('.connection[data-state=live]').waitFor();
    await window.page.reload();
    await window.page.getByRole('heading', { name: 'Salons' }).waitFor();
  });

  it('change the colours at once and for the next visit', async () => {
    const window = await browser.open({ colorScheme: 'light' });
    const background = () =>
      window.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await window.page.getByRole('radio', { name: 'Dark' }).check();
    await eventually(async () => (await background()) !== light, 'the dark colours');
    const dark = await background();
    await window.page.reload();
    assert.equal(await background(), dark);
    await window.page.getByRole('radio', { name: 'Device' }).check();
    await eventually(async () => (await background()) === light, 'the colours of the device');
  });
});
