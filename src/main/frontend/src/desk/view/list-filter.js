import { h, setText } from '../../dom/h.js';

const ASSIGNEES = ['me', 'unassigned', 'all'];
const COUNTED = { me: 'mine', unassigned: 'unassigned', all: 'all' };
const STATUSES = ['open', 'pending', 'snoozed', 'resolved', 'all'];

/** Whose conversations of which status are listed, with how many there are of each. */
export class ListFilter {
  #ui;
  #desk;
  #counts = new Map();

  constructor({ ui, desk }) {
    this.#ui = ui;
    this.#desk = desk;
    const { t } = ui;
    this.element = h(
      'div',
      { class: 'list-filter' },
      h(
        'fieldset',
        { class: 'segments' },
        h('legend', { class: 'unseen' }, t('desk.assignee')),
        h(
          'div',
          { class: 'segment-row' },
          ASSIGNEES.map((assignee) => this.#segment(assignee)),
        ),
      ),
      h(
        'label',
        { class: 'pick' },
        h('span', { class: 'unseen' }, t('desk.status')),
        this.#statusSelect(),
      ),
    );
  }

  update() {
    const { counts } = this.#desk.conversations;
    for (const [assignee, element] of this.#counts) {
      setText(element, this.#ui.texts.number(counts[COUNTED[assignee]]));
    }
  }

  #segment(assignee) {
    const count = h('span', { class: 'count' });
    this.#counts.set(assignee, count);
    return h(
      'label',
      { class: 'segment' },
      h('input', {
        type: 'radio',
        name: 'assignee',
        value: assignee,
        checked: assignee === this.#desk.conversations.filter.assignee,
        on: { change: () => this.#desk.choose({ assignee }) },
      }),
      h('span', {}, this.#ui.t(`desk.assignee.${assignee}`), ' ', count),
    );
  }

  #statusSelect() {
    const select = h(
      'select',
      { class: 'select', on: { change: () => this.#desk.choose({ status: select.value }) } },
      STATUSES.map((status) => h('option', { value: status }, this.#ui.t(`desk.status.${status}`))),
    );
    select.value = this.#desk.conversations.filter.status;
    return select;
  }
}
