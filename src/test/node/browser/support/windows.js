import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { launchChromium } from './chromium.js';
import { ChatWindow } from './chat-window.js';
import { ApiUser, SERVER } from './server.js';

/** Requests that fail on purpose: the browser logs each as an error of its own. */
const EXPECTED = /Failed to load resource|WebSocket connection to|net::ERR_/;

/**
 * Browser windows for the tests of a file. Each has a profile of its own, and after each test all
 * are closed; a script error or a breach of the content security policy in any fails the test.
 */
export function windows() {
  let browser;
  let open = [];
  let problems = [];

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser?.close());

  afterEach(async () => {
    await Promise.all(open.map((context) => context.close()));
    open = [];
    const found = problems;
    problems = [];
    assert.deepEqual(found, []);
  });

  async function context(options) {
    const made = await browser.newContext({
      baseURL: SERVER,
      locale: 'en-GB',
      timezoneId: 'Europe/Vienna',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    });
    made.setDefaultTimeout(15_000);
    open.push(made);
    made.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) {
        problems.push(`console: ${message.text()}`);
      }
    });
    made.on('weberror', (error) => problems.push(`script: ${error.error().stack}`));
    return made;
  }

  return {
    /** A window of a new profile, on the page of the server. */
    async open({ path = '/', prepare = async () => {}, ...options } = {}) {
      const profile = await context(options);
      await prepare(profile);
      const page = await profile.newPage();
      await page.goto(path);
      await page.locator('#app > *').waitFor();
      return new ChatWindow(page);
    },

    /** A page of any other site. */
    async page(address, options) {
      const page = await (await context(options)).newPage();
      await page.goto(address);
      return page;
    },

    /** A window where somebody has a session and a room is open. */
    async openAs(login, { room, prepare = async () => {}, ...options } = {}) {
      const value = await ApiUser.as(login).token();
      const window = await this.open({
        path: room ? `/#/rooms/${room.slug}` : '/',
        prepare: async (profile) => {
          await profile.addCookies([{ name: 'ropeway_session', value, url: SERVER }]);
          await prepare(profile);
        },
        ...options,
      });
      await window.live();
      return window;
    },

    /** A window where somebody signs in by the form, with a session of its own. */
    async signIn(login, options) {
      const window = await this.open(options);
      await window.signIn(login);
      await window.live();
      return window;
    },
  };
}
