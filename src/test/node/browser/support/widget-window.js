import { deskPath } from './desk.js';
import { ApiUser } from './server.js';

/** The address of the widget of the demonstration's website. */
export async function widgetPath() {
  return `/widget/?${new URLSearchParams({ website_token: await websiteToken() })}`;
}

export async function websiteToken() {
  const { payload } = await ApiUser.as('ada').request('GET', `${await deskPath()}/inboxes`);
  return payload.find(({ website_token: token }) => token).website_token;
}

/** What a visitor sees and does in one window of the widget. */
export class WidgetWindow {
  /** A window of a new visitor. */
  static async open(browser, options = {}) {
    const { page } = await browser.open({ path: await widgetPath(), ...options });
    const window = new WidgetWindow(page);
    await window.live();
    return window;
  }

  /** @param {import('playwright-core').Page | import('playwright-core').FrameLocator} page */
  constructor(page) {
    this.page = page;
    this.field = page.locator('#composer');
    this.typing = page.locator('.typing.shown');
    this.who = page.locator('.who');
  }

  async live() {
    await this.page.locator('.widget[data-state=live]').waitFor();
  }

  message(text) {
    return this.page.locator('.message').filter({ hasText: text });
  }

  async sees(text) {
    await this.message(text).first().waitFor();
  }

  async say(text) {
    await this.field.fill(text);
    await this.field.press('Enter');
    await this.page.locator('.message:not(.waiting)').filter({ hasText: text }).waitFor();
  }

  async press(name) {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
