/**
 * Moves the keyboard focus between messages. One message at a time takes part in the tab order,
 * with its buttons, so that a long room is one stop and not hundreds.
 */
export class MessageFocus {
  #list;
  #leave;
  #nearTop;
  #currentKey = null;

  /**
   * @param {HTMLElement} list
   * @param {{leave(): void, nearTop(): void}} callbacks `leave` for where Escape and the last
   *     arrow down lead
   */
  constructor(list, { leave, nearTop }) {
    this.#list = list;
    this.#leave = leave;
    this.#nearTop = nearTop;
    list.addEventListener('keydown', (event) => this.#pressed(event));
    list.addEventListener('focusin', (event) => this.#focused(event));
  }

  /** Runs a change of the list; a focused message that was made anew is focused again. */
  keep(change) {
    const within = this.#list.contains(document.activeElement);
    // Coming back by Tab starts at the newest message again.
    if (!within) this.#currentKey = null;
    change();
    this.#settle();
    const stays = this.#list.contains(document.activeElement);
    if (within && !stays) this.#current()?.focus({ preventScroll: true });
  }

  to(row) {
    if (!row) return;
    this.#choose(row);
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  }

  #rows() {
    return [...this.#list.querySelectorAll(':scope > .message')];
  }

  #current() {
    return this.#rows().find((row) => row.dataset.key === this.#currentKey) ?? null;
  }

  /** Makes sure that exactly one message is in the tab order. */
  #settle() {
    const rows = this.#rows();
    const row = this.#current() ?? rows[rows.length - 1];
    for (const other of rows) setReachable(other, other === row);
  }

  #choose(row) {
    this.#currentKey = row.dataset.key;
    for (const other of this.#rows()) setReachable(other, other === row);
  }

  #focused({ target }) {
    const row = target.closest('.message');
    if (row && row.dataset.key !== this.#currentKey) this.#choose(row);
  }

  #pressed(event) {
    if (event.target.closest('textarea')) return;
    const row = event.target.closest('.message');
    if (!row) return;
    const rows = this.#rows();
    const at = rows.indexOf(row);
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (event.key === 'Escape' || next >= rows.length) {
      event.preventDefault();
      this.#leave();
    } else if (next !== undefined) {
      event.preventDefault();
      if (next < 0) this.#nearTop();
      else this.to(rows[next]);
    }
  }
}

function setReachable(row, reachable) {
  const index = reachable ? 0 : -1;
  if (row.tabIndex !== index) row.tabIndex = index;
  for (const button of row.querySelectorAll('button, a, textarea')) {
    if (button.tabIndex !== index) button.tabIndex = index;
  }
}
