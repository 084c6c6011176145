import { passwordOf } from './server.js';
import { eventually } from './eventually.js';

/** What a person sees and does in one window of the page. */
export class ChatWindow {
  constructor(page) {
    this.page = page;
    this.login = page.getByLabel('User name');
    this.password = page.getByLabel('Password');
    this.field = page.locator('#composer');
    this.messages = page.locator('.message');
    this.log = page.locator('.log');
    this.typing = page.locator('.typing.shown');
    this.connection = page.locator('.connection');
    this.online = page.locator('.people-list.online .person-name');
  }

  async signIn(login, password = passwordOf(login)) {
    await this.login.fill(login);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** Waits until the open room is connected. */
  async live() {
    await this.page.locator('.connection[data-state=live]').waitFor();
    await this.page.locator('.beginning:visible, .older:visible').first().waitFor();
  }

  async state(state, timeout) {
    await this.page.locator(`.connection[data-state=${state}]`).waitFor({ timeout });
  }

  async say(text) {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  message(text) {
    return this.messages.filter({ hasText: text });
  }

  async sees(text, options) {
    await this.message(text).first().waitFor(options);
  }

  /** Waits until the server has confirmed what was written here. */
  async confirmed(text) {
    await this.page.locator('.message:not(.waiting)').filter({ hasText: text }).waitFor();
  }

  room(name) {
    return this.page.getByRole('link', { name });
  }

  async openRoom({ name }) {
    await this.room(name).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async openSettings() {
    await this.page.getByRole('button', { name: /^Settings of/ }).click();
  }

  async signOut() {
    await this.openSettings();
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await this.login.waitFor();
  }

  /** The texts of all messages, top to bottom. */
  async texts() {
    return this.page.locator('.message-text').allTextContents();
  }

  async titleIs(wanted) {
    await eventually(async () => wanted.test(await this.page.title()), `the title ${wanted}`);
  }
}
