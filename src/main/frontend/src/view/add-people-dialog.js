import { h } from '../dom/h.js';
import { icon } from '../dom/icons.js';
import { avatar } from './avatar.js';
import { dialog } from './dialog.js';
import { sentenceFor } from './errors.js';

/** Lets a moderator bring people into a members-only room: those met in other rooms. */
export class AddPeopleDialog {
  #ui;
  #chat;
  #tell;
  #body = h('div', { class: 'add-people' });

  constructor({ ui, chat, tell }) {
    this.#ui = ui;
    this.#chat = chat;
    this.#tell = tell;
    this.element = dialog({ id: 'add-people', title: ui.t('people.add'), body: [this.#body] });
  }

  open() {
    this.#fill();
    this.element.showModal();
  }

  #fill() {
    const { t } = this.#ui;
    const others = this.#others();
    const list = h(
      'ul',
      { class: 'people-list', role: 'list' },
      others.map((person) => this.#choice(person)),
    );
    this.#body.replaceChildren(
      h('p', { class: 'hint' }, t(others.length > 0 ? 'people.addHint' : 'people.addNobody')),
      list,
      h(
        'div',
        { class: 'dialog-actions' },
        h(
          'button',
          { class: 'button', type: 'button', on: { click: () => this.element.close() } },
          t('close'),
        ),
      ),
    );
  }

  #others() {
    const { room } = this.#chat.open;
    const known = new Map();
    for (const { people } of this.#chat.rooms) {
      for (const person of people.all) {
        if (!room.people.find(person.id)) known.set(String(person.id), person);
      }
    }
    return [...known.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  #choice(person) {
    const { t } = this.#ui;
    return h(
      'li',
      { class: 'person' },
      avatar(person, 'small'),
      h('span', { class: 'person-name' }, person.name),
      h(
        'button',
        {
          class: 'icon-button',
          type: 'button',
          'aria-label': t('people.addOne', { name: person.name }),
          on: { click: () => this.#add(person) },
        },
        icon('plus'),
      ),
    );
  }

  async #add(person) {
    const { t } = this.#ui;
    const { room } = this.#chat.open;
    try {
      await this.#chat.api.addMember(room.slug, person.id);
      if (!room.people.find(person.id)) room.people.add(person);
      this.#chat.emit('room');
      this.#tell(t('people.added', { name: person.name }));
      this.element.close();
    } catch (error) {
      this.#tell(sentenceFor(error, t));
    }
  }
}
