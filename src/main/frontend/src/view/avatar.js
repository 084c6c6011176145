import { h } from '../dom/h.js';
import { hueOf, initials } from '../format/initials.js';

/** A person's initials in their colour; decorative, as the name always stands beside it. */
export function avatar({ id, name }, size = '') {
  return h(
    'span',
    { class: `avatar hue-${hueOf(id)} ${size}`.trim(), 'aria-hidden': 'true' },
    initials(name),
  );
}
