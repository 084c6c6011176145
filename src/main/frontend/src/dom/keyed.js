/**
 * Keeps the children of an element in step with a list, reusing elements by key, so that focus,
 * selection and the scroll position survive an update.
 */
export class KeyedChildren {
  #parent;
  #known = new Map();

  constructor(parent) {
    this.#parent = parent;
  }

  /**
   * @param {readonly {key: string, stamp: string}[]} rows an element is made anew when its stamp
   *     changes
   * @param {(row: object) => Element} make
   * @returns {Map<string, Element>} elements that replaced others, by key
   */
  update(rows, make) {
    this.#removeAllBut(new Set(rows.map(({ key }) => key)));
    const next = new Map();
    const replaced = new Map();
    let place = this.#parent.firstElementChild;
    for (const row of rows) {
      const known = this.#known.get(row.key);
      let element = known?.element;
      if (!known || known.stamp !== row.stamp) {
        element = make(row);
        if (known) {
          if (known.element === place) place = place.nextElementSibling;
          known.element.replaceWith(element);
          replaced.set(row.key, element);
        }
      }
      next.set(row.key, { element, stamp: row.stamp });
      if (element === place) place = place.nextElementSibling;
      else if (element.nextElementSibling !== place || !element.parentNode) {
        this.#parent.insertBefore(element, place);
      }
    }
    this.#known = next;
    return replaced;
  }

  /** First, so that no element that stays has to move around one that goes. */
  #removeAllBut(keys) {
    for (const [key, { element }] of this.#known) {
      if (keys.has(key)) continue;
      element.remove();
      this.#known.delete(key);
    }
  }

  element(key) {
    return this.#known.get(key)?.element ?? null;
  }
}
