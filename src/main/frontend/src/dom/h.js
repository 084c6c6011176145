// The page builds its elements by hand: no template strings, so text can never become markup.

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'hidden', 'readOnly']);

/**
 * Makes an element.
 *
 * @param {string} tag element name
 * @param {object} [props] attributes; `on` holds listeners; null and false leave an attribute out
 * @param {...(Node|string|null|undefined|false|Array)} children
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, listener);
      }
    } else if (PROPERTIES.has(name)) {
      element[name] = value;
    } else {
      setAttribute(element, name, value);
    }
  }
  append(element, children);
  return element;
}

/** Sets, or for null and false removes, an attribute; writes only when it differs. */
export function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? '' : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Sets the text of an element; writes only when it differs, so live regions stay quiet. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}
