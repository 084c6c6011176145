import { h, setAttribute, setText } from '../../dom/h.js';

/** A mark at an avatar that shows whether somebody is there, in a colour and for readers in words. */
export function presenceDot() {
  return h('span', { class: 'presence' }, h('span', { class: 'unseen' }));
}

/** @param {string} presence online, busy or offline */
export function showPresence(dot, presence, t) {
  setAttribute(dot, 'data-presence', presence);
  setText(dot.firstElementChild, t(`presence.${presence}`));
}
