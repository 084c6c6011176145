import { h } from '../dom/h.js';

/**
 * A modal dialog; the browser keeps the focus inside, closes it by Escape and gives the focus
 * back.
 *
 * @param {{id: string, title: string, body: Node[]}} content
 */
export function dialog({ id, title, body }) {
  const element = h(
    'dialog',
    { class: 'dialog', id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    body,
  );
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  return element;
}
