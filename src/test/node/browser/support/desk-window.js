import { ApiUser } from './server.js';

/** What an agent sees and does in one window of the desk. */
export class DeskWindow {
  /** A window where somebody has a session, on the page's address or a conversation's. */
  static async open(browser, login, { contact, prepare = async () => {}, ...options } = {}) {
    const token = await ApiUser.as(login).token();
    const { page } = await browser.open({
      path: contact ? `/desk/#/conversations/${contact.conversation}` : '/desk/',
      prepare: async (profile) => {
        await profile.addInitScript((value) => {
          // The blank page before the first has no storage.
          if (origin !== 'null') sessionStorage.setItem('ropeway.desk.token', value);
        }, token);
        await prepare(profile);
      },
      ...options,
    });
    const window = new DeskWindow(page);
    await window.live();
    if (contact) await window.heading(contact).waitFor();
    return window;
  }

  constructor(page) {
    this.page = page;
    this.field = page.locator('#composer');
    this.typing = page.locator('.typing.shown');
    this.status = page.locator('.room-head .status');
    this.assignee = page.getByLabel('Assigned to');
    this.bell = page.getByRole('button', { name: /^Notifications/ });
    this.notices = page.locator('.notice-link');
  }

  /** Waits for the line; the client tries again at growing intervals. */
  async live() {
    await this.page.locator('.connection[data-state=live]').waitFor({ timeout: 40_000 });
  }

  heading({ name }) {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** The link to a contact's conversation. */
  link({ name }) {
    return this.page.locator('.conversations a').filter({ hasText: name });
  }

  /** Lists those that are mine, unassigned, or all. */
  async list(whose) {
    await this.page.getByRole('radio', { name: new RegExp(`^${whose}`) }).check();
  }

  message(text) {
    return this.page.locator('.message').filter({ hasText: text });
  }

  async sees(text) {
    await this.message(text).first().waitFor();
  }

  /** Waits until the server has confirmed what was written here. */
  async confirmed(text) {
    await this.page.locator('.message:not(.waiting)').filter({ hasText: text }).waitFor();
  }

  async say(text) {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  async note(text) {
    await this.page.getByRole('radio', { name: 'Private note' }).check();
    await this.say(text);
  }

  async press(name) {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
