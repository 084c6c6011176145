/**
 * A side panel that stands in the page where there is room and becomes a popover over it where
 * there is not. The browser then closes it by Escape or a tap beside it.
 */
export class Drawer {
  #element;
  #narrow;
  #changed = () => this.#adapt();

  /**
   * @param {HTMLElement} element
   * @param {string} narrow media query for when there is no room for it
   */
  constructor(element, narrow) {
    this.#element = element;
    this.#narrow = matchMedia(narrow);
    this.#narrow.addEventListener('change', this.#changed);
    this.#adapt();
  }

  hide() {
    if (this.isOpen) this.#element.hidePopover();
  }

  get isOpen() {
    return this.#element.matches(':popover-open');
  }

  close() {
    this.#narrow.removeEventListener('change', this.#changed);
  }

  #adapt() {
    if (this.#narrow.matches) this.#element.setAttribute('popover', 'auto');
    else this.#element.removeAttribute('popover');
  }
}

/** When there is no room for a panel; the style sheet has the same widths. */
export const NARROW = { rooms: '(max-width: 47.99rem)', people: '(max-width: 71.99rem)' };
