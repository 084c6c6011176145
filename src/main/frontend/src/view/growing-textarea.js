import { h } from '../dom/h.js';

const MOST_ROWS = 8;

/**
 * A text area that grows with its text. Browsers without `field-sizing` at least follow the line
 * breaks, by `fit()` after the text was set.
 */
export function growingTextarea({ on, ...attributes }) {
  const area = h('textarea', { class: 'input area', rows: 1, ...attributes, on });
  area.fit = () => {
    area.rows = Math.min(MOST_ROWS, area.value.split('\n').length);
  };
  return area;
}
