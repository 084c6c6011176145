/** Whether the widget stands in a frame of another page. */
export function isEmbedded() {
  return window.parent !== window;
}

/**
 * Tells the page around, whoever's it is: what is told is no secret.
 *
 * @param {'unread'|'hide'} what
 */
export function tellHost(what, more = {}) {
  if (isEmbedded()) window.parent.postMessage({ ropeway: what, ...more }, '*');
}
