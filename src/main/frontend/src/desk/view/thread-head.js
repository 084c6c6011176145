import { h, setAttribute, setText } from '../../dom/h.js';
import { icon } from '../../dom/icons.js';
import { nameOfContact } from './names.js';
import { presenceDot, showPresence } from './presence-dot.js';

/** Whom the open conversation is with, who has it, and how it stands. */
export class ThreadHead {
  #ui;
  #desk;
  #name = h('h1', { class: 'room-title' });
  #dot = presenceDot();
  #status = h('span', { class: 'status' });
  #connection = h('span', { class: 'connection' });
  #assignee;
  #toggle;
  #tools;
  #agents = [];
  #offered = '';
  #fetching = null;

  constructor({ ui, desk }) {
    this.#ui = ui;
    this.#desk = desk;
    const { t } = ui;
    this.#assignee = h('select', {
      class: 'select',
      on: { change: () => desk.assign(Number(this.#assignee.value) || null) },
    });
    this.#toggle = h('button', {
      class: 'button small',
      type: 'button',
      on: { click: () => desk.setStatus(this.#isOpen() ? 'resolved' : 'open') },
    });
    this.#tools = h(
      'div',
      { class: 'thread-tools' },
      h(
        'label',
        { class: 'assignee' },
        h('span', { class: 'unseen' }, t('desk.assignTo')),
        this.#assignee,
      ),
      this.#toggle,
    );
    this.element = h(
      'header',
      { class: 'room-head' },
      h(
        'button',
        {
          class: 'icon-button rooms-button',
          type: 'button',
          popovertarget: 'rooms',
          'aria-label': t('desk.showList'),
        },
        icon('rooms'),
      ),
      h(
        'div',
        { class: 'room-title-line' },
        h('span', { class: 'with-dot title-dot' }, this.#dot),
        this.#name,
        this.#status,
      ),
      this.#connection,
      this.#tools,
    );
  }

  opened() {
    this.#agents = [];
    this.#offered = '';
    this.#fetchAgents();
  }

  update() {
    const { t } = this.#ui;
    const known = this.#known();
    this.#tools.hidden = !known;
    this.#status.hidden = !known;
    this.#dot.parentElement.hidden = !known;
    setText(this.#name, known ? nameOfContact(known, t) : t('desk.title'));
    if (!known) return;
    showPresence(this.#dot, this.#desk.presence.contact(known.meta.sender?.id), t);
    setText(this.#status, t(`desk.status.${known.status}`));
    setAttribute(this.#status, 'data-status', known.status);
    setText(this.#toggle, t(this.#isOpen() ? 'desk.resolve' : 'desk.reopen'));
    if (this.#agents.length === 0) this.#fetchAgents();
    this.#offer(known.meta.assignee ?? null);
  }

  connectionChanged() {
    const { state } = this.#desk.cable;
    setText(this.#connection, this.#ui.t(`connection.${state}`));
    setAttribute(this.#connection, 'data-state', state);
  }

  #known() {
    const { open, conversations } = this.#desk;
    return open && !open.refused ? conversations.get(open.id) : null;
  }

  #isOpen() {
    return this.#known()?.status === 'open';
  }

  /** Who may be given it: whoever answers in its inbox. */
  async #fetchAgents() {
    const known = this.#known();
    if (!known || this.#fetching === known.id) return;
    this.#fetching = known.id;
    try {
      const agents = await this.#desk.api.assignable(known.inbox_id);
      if (this.#known()?.id !== known.id) return;
      this.#agents = agents;
      this.update();
    } catch {
      // Nobody is offered; the next opening asks again.
    } finally {
      this.#fetching = null;
    }
  }

  #offer(assignee) {
    const { t } = this.#ui;
    const agents = [...this.#agents];
    if (assignee && !agents.some(({ id }) => id === assignee.id)) agents.push(assignee);
    const options = agents.map(({ id, name, available_name: goesBy }) => {
      const presence = t(`presence.${this.#desk.presence.user(id)}`);
      return { value: id, text: `${goesBy || name} · ${presence}` };
    });
    const all = [{ value: 0, text: t('desk.nobody') }, ...options];
    const stamp = JSON.stringify(all);
    if (stamp !== this.#offered) {
      this.#offered = stamp;
      const made = all.map(({ value, text }) => h('option', { value }, text));
      this.#assignee.replaceChildren(...made);
    }
    this.#assignee.value = String(assignee?.id ?? 0);
  }
}
