import { BUBBLE, CROSS, picture } from './picture.js';
import { BUTTON, FRAME, styled } from './styles.js';

/** Remembers on a site that its visitor has opened the widget, so that answers are noticed. */
const OPENED = 'ropeway.widget.opened';

/**
 * The button at the corner of somebody's page, and the frame with the widget that it opens. Styles
 * are set by script alone, which strict policies allow.
 */
export class Launcher {
  #address;
  #labels;
  #button = styled('button', BUTTON);
  #frame = null;
  #unread = 0;

  /**
   * @param {URL} address of the widget's page
   * @param {{open: string, close: string, title: string, unread: string}} labels
   */
  constructor(address, labels) {
    this.#address = address;
    this.#labels = labels;
    this.#button.type = 'button';
    this.#button.addEventListener('click', () => (this.#isOpen ? this.#hide() : this.#open()));
    addEventListener('message', (event) => this.#heard(event));
  }

  show() {
    this.#label();
    document.body.append(this.#button);
    // Who never asked is no contact: the frame is made when it is needed.
    if (remembered()) this.#load();
  }

  get #isOpen() {
    return this.#frame !== null && !this.#frame.hidden;
  }

  #open() {
    this.#load();
    remember();
    this.#frame.hidden = false;
    this.#frame.style.display = 'block';
    this.#unread = 0;
    this.#label();
    this.#frame.focus();
  }

  #hide() {
    this.#frame.hidden = true;
    this.#frame.style.display = 'none';
    this.#label();
    this.#button.focus();
  }

  #load() {
    if (this.#frame) return;
    this.#frame = styled('iframe', FRAME);
    this.#frame.title = this.#labels.title;
    this.#frame.src = this.#address.href;
    this.#frame.hidden = true;
    this.#frame.style.display = 'none';
    document.body.append(this.#frame);
  }

  #heard({ origin, source, data }) {
    if (origin !== this.#address.origin || source !== this.#frame?.contentWindow) return;
    if (data?.ropeway === 'hide') this.#hide();
    if (data?.ropeway !== 'unread') return;
    this.#unread = this.#isOpen ? 0 : Number(data.count) || 0;
    this.#label();
  }

  #label() {
    const { open, close, unread } = this.#labels;
    const name = this.#isOpen ? close : open;
    this.#button.setAttribute('aria-expanded', String(this.#isOpen));
    this.#button.setAttribute(
      'aria-label',
      this.#unread > 0 ? `${name} (${this.#unread} ${unread})` : name,
    );
    if (this.#unread > 0) this.#button.textContent = String(this.#unread);
    else this.#button.replaceChildren(picture(this.#isOpen ? CROSS : BUBBLE));
  }
}

function remembered() {
  try {
    return localStorage.getItem(OPENED) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(OPENED, '1');
  } catch {
    // The frame is then made once the visitor opens it.
  }
}
