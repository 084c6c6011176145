import { KeyedChildren } from '../dom/keyed.js';
import { h, setText } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { sameId } from '../model/ids.js';
import { AddPeopleDialog } from './add-people-dialog.js';
import { avatar } from './avatar.js';
import { Drawer, NARROW } from './drawer.js';

/** Who is in the open room: those online, then the others. */
export class PeoplePanel {
  #ui;
  #chat;
  #drawer;
  #groups;
  #add;
  #addButton;

  constructor({ ui, chat, tell }) {
    this.#ui = ui;
    this.#chat = chat;
    const { t } = ui;
    this.#groups = { online: group('online'), away: group('away') };
    this.#add = new AddPeopleDialog({ ui, chat, tell });
    this.#addButton = h(
      'button',
      { class: 'button wide', type: 'button', hidden: true, on: { click: () => this.#add.open() } },
      icon('invite'),
      t('people.add'),
    );
    this.element = h(
      'aside',
      { class: 'people', id: 'people', 'aria-labelledby': 'people-title' },
      h(
        'div',
        { class: 'section-head' },
        h('h2', { id: 'people-title' }, t('people.title')),
        h(
          'button',
          {
            class: 'icon-button narrow-only',
            type: 'button',
            popovertarget: 'people',
            popovertargetaction: 'hide',
            'aria-label': t('people.hide'),
          },
          icon('close'),
        ),
      ),
      this.#groups.online.element,
      this.#groups.away.element,
      this.#addButton,
      this.#add.element,
    );
    this.#drawer = new Drawer(this.element, NARROW.people);
  }

  opened() {
    this.#drawer.hide();
    this.update();
  }

  update() {
    const room = this.#chat.open?.room;
    this.#show(this.#groups.online, room?.people.online ?? []);
    this.#show(this.#groups.away, room?.people.away ?? []);
    this.#addButton.hidden = !(room?.visibility === 'members' && room.moderates);
  }

  close() {
    this.#drawer.close();
  }

  #show({ element, title, rows, name }, people) {
    element.hidden = people.length === 0;
    setText(title, this.#ui.t(`people.${name}`, { count: people.length }));
    rows.update(
      people.map((person) => ({
        key: String(person.id),
        stamp: JSON.stringify([person.name, person.role]),
        person,
      })),
      ({ person }) => this.#person(person),
    );
  }

  #person(person) {
    const { t } = this.#ui;
    const notes = [
      sameId(person.id, this.#chat.me.id) && t('people.you'),
      person.role === 'moderator' && t('people.moderator'),
    ].filter(Boolean);
    return h(
      'li',
      { class: 'person' },
      avatar(person, 'small'),
      h('span', { class: 'person-name' }, person.name),
      notes.length > 0 && h('span', { class: 'person-note' }, notes.join(' · ')),
    );
  }
}

function group(name) {
  const list = h('ul', { class: `people-list ${name}`, role: 'list' });
  const title = h('h3', {});
  return {
    name,
    title,
    rows: new KeyedChildren(list),
    element: h('section', { class: 'people-group', hidden: true }, title, list),
  };
}
