import { h, setText } from '../../dom/h.js';
import { icon, logo } from '../../dom/icons.js';
import { avatar } from '../../view/avatar.js';
import { Drawer, NARROW } from '../../view/drawer.js';
import { SettingsPanel } from '../../view/settings-panel.js';
import { availabilityPicker } from './availability-picker.js';
import { Bell } from './bell.js';
import { ConversationLinks } from './conversation-links.js';
import { ListFilter } from './list-filter.js';
import { presenceDot, showPresence } from './presence-dot.js';
import { widgetLinks } from './widget-links.js';

/** The conversations to go to, the bell, and the viewer's own corner. */
export class DeskSidebar {
  #ui;
  #desk;
  #bell;
  #filter;
  #links;
  #more;
  #empty = h('p', { class: 'rooms-none', hidden: true });
  #dot = presenceDot();
  #drawer;

  constructor({ ui, desk }) {
    this.#ui = ui;
    this.#desk = desk;
    const { t } = ui;
    this.#bell = new Bell({ ui, desk });
    this.#filter = new ListFilter({ ui, desk });
    this.#links = new ConversationLinks({ ui, desk, picked: () => this.#drawer.hide() });
    this.#more = h(
      'button',
      { class: 'button small wide', type: 'button', on: { click: () => desk.loadMore() } },
      t('desk.more'),
    );
    const first = [availabilityPicker({ ui, desk }), widgetLinks({ ui, desk })];
    const settings = new SettingsPanel({ ui, first });
    this.element = h(
      'div',
      { class: 'sidebar', id: 'rooms' },
      h(
        'header',
        { class: 'brand' },
        logo(),
        h('span', {}, t('product')),
        this.#bell.element,
        this.#closeButton(),
      ),
      h(
        'nav',
        { class: 'rooms', 'aria-labelledby': 'conversations-title' },
        h(
          'div',
          { class: 'section-head' },
          h('h2', { id: 'conversations-title' }, t('desk.conversations')),
        ),
        this.#filter.element,
        this.#links.element,
        this.#empty,
        this.#more,
      ),
      h(
        'button',
        {
          class: 'viewer',
          type: 'button',
          popovertarget: 'settings',
          'aria-label': t('settings.open', { name: desk.me.name }),
        },
        h('span', { class: 'with-dot' }, avatar(this.#me()), this.#dot),
        h('span', { class: 'viewer-name' }, desk.me.name),
        icon('settings'),
      ),
      settings.element,
    );
    this.#drawer = new Drawer(this.element, NARROW.rooms);
  }

  update() {
    const { conversations, presence, me } = this.#desk;
    this.#bell.update();
    this.#filter.update();
    this.#links.update();
    this.#empty.hidden = conversations.shown.length > 0;
    setText(this.#empty, this.#ui.t(conversations.loaded ? 'desk.none' : 'loading'));
    this.#more.hidden = !conversations.hasMore;
    showPresence(this.#dot, presence.user(me.id), this.#ui.t);
  }

  opened() {
    this.#drawer.hide();
  }

  close() {
    this.#drawer.close();
  }

  #me() {
    return { id: `user:${this.#desk.me.id}`, name: this.#desk.me.name };
  }

  #closeButton() {
    return h(
      'button',
      {
        class: 'icon-button narrow-only',
        type: 'button',
        popovertarget: 'rooms',
        popovertargetaction: 'hide',
        'aria-label': this.#ui.t('desk.hideList'),
      },
      icon('close'),
    );
  }
}
