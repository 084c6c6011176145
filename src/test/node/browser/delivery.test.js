import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SERVER } from './support/server.js';
import { windows } from './support/windows.js';

const DIRECTIVE = (policy, name) =>
  policy
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .find(([directive]) => directive === name)
    ?.slice(1);

describe('the page as it is served', { timeout: 120_000 }, () => {
  const browser = windows();

  it('has a strict content security policy', async () => {
    const policy = (await fetch(`${SERVER}/`)).headers.get('Content-Security-Policy') ?? '';
    const scripts = DIRECTIVE(policy, 'script-src') ?? DIRECTIVE(policy, 'default-src');
    const styles = DIRECTIVE(policy, 'style-src') ?? DIRECTIVE(policy, 'default-src');
    assert.deepEqual(scripts, ["'self'"]);
    assert.deepEqual(styles, ["'self'"]);
    assert.deepEqual(DIRECTIVE(policy, 'frame-ancestors'), ["'none'"]);
    assert.deepEqual(DIRECTIVE(policy, 'base-uri'), ["'none'"]);
    assert.doesNotMatch(policy, /unsafe-|\*/);
  });

  it('keeps to that policy', async () => {
    const window = await browser.open({
      prepare: (profile) =>
        profile.addInitScript(() => {
          globalThis.breaches = [];
          addEventListener('securitypolicyviolation', (event) =>
            globalThis.breaches.push(`${event.violatedDirective} ${event.blockedURI}`),
          );
        }),
    });
    await window.signIn('ada');
    await window.live();
    await window.openSettings();
    await window.page.keyboard.press('Escape');
    await window.page.getByRole('button', { name: 'New room' }).click();
    assert.deepEqual(await window.page.evaluate(() => globalThis.breaches), []);
    assert.equal(await window.page.locator('[style], [onclick], style').count(), 0);
  });

  it('lets browsers keep the assets for ever and asks anew for the page', async () => {
    const page = await fetch(`${SERVER}/`);
    assert.match(page.headers.get('Cache-Control') ?? '', /no-cache|no-store|max-age=0/);
    const html = await page.text();
    const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    assert.ok(assets.length >= 4);
    for (const path of assets) {
      const asset = await fetch(SERVER + path);
      assert.equal(asset.status, 200, path);
      assert.match(asset.headers.get('Cache-Control') ?? '', /immutable/, path);
      assert.equal(asset.headers.get('X-Content-Type-Options'), 'nosniff', path);
    }
  });

  it('loads nothing from anywhere else', async () => {
    const elsewhere = [];
    const window = await browser.open({
      prepare: async (profile) =>
        profile.on('request', (request) => {
          if (!request.url().startsWith(SERVER)) elsewhere.push(request.url());
        }),
    });
    await window.signIn('ada');
    await window.live();
    assert.deepEqual(elsewhere, []);
  });
});
