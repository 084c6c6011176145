/** This close to an end counts as being there, in pixels. */
const END = 48;
const TOP = 300;

/**
 * Keeps the place in the message list: at the end while the viewer is there, else the message
 * they look at stays where it is, whatever is added above or changes its height.
 */
export class Scroll {
  #list;
  #callbacks;
  #sticky = true;
  #observer;

  /**
   * @param {HTMLElement} element what scrolls
   * @param {HTMLElement} list whose children are the rows
   * @param {{nearTop(): void, moved(): void}} callbacks
   */
  constructor(element, list, callbacks) {
    this.element = element;
    this.#list = list;
    this.#callbacks = callbacks;
    element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#observer = new ResizeObserver(() => this.#sticky && this.#jumpToEnd());
    this.#observer.observe(element);
    this.#observer.observe(list);
  }

  get atEnd() {
    return this.#sticky;
  }

  stickToEnd() {
    this.#sticky = true;
  }

  toEnd() {
    this.#sticky = true;
    this.#jumpToEnd();
    this.#callbacks.moved();
  }

  /** Runs a change of the list without moving what the viewer looks at. */
  keep(change) {
    const anchor = this.#sticky ? null : this.#firstVisible();
    const before = anchor?.getBoundingClientRect().bottom;
    change();
    if (this.#sticky) {
      this.#jumpToEnd();
      return;
    }
    // A row may have been made anew. Its text ends where it did, even if its head went.
    const same = anchor && this.#list.querySelector(`[data-key="${anchor.dataset.key}"]`);
    if (same) this.element.scrollTop += same.getBoundingClientRect().bottom - before;
  }

  close() {
    this.#observer.disconnect();
  }

  #firstVisible() {
    const { top } = this.element.getBoundingClientRect();
    for (const row of this.#list.querySelectorAll(':scope > [data-key]')) {
      if (row.getBoundingClientRect().bottom > top) return row;
    }
    return null;
  }

  #jumpToEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    const wasSticky = this.#sticky;
    this.#sticky = scrollHeight - clientHeight - scrollTop <= END;
    if (wasSticky !== this.#sticky) this.#callbacks.moved();
    if (scrollTop < TOP && scrollHeight > clientHeight) this.#callbacks.nearTop();
  }
}
