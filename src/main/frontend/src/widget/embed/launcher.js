/** Remembers on a site that its visitor has opened the widget, so that answers are noticed. */
const OPENED = 'ropeway.widget.opened';

const BUTTON = {
  position: 'fixed',
  right: '20px',
  bottom: '20px',
  zIndex: '2147483000',
  width: '56px',
  height: '56px',
  border: '0',
  borderRadius: '50%',
  padding: '0',
  font: '600 24px/1 system-ui, sans-serif',
  color: '#ffffff',
  background: '#0b5c68',
  boxShadow: '0 4px 16px rgb(13 40 48 / 0.3)',
  cursor: 'pointer',
};

const FRAME = {
  position: 'fixed',
  right: '20px',
  bottom: '88px',
  zIndex: '2147483000',
  width: 'min(380px, calc(100vw - 40px))',
  height: 'min(620px, calc(100vh - 108px))',
  border: '0',
  borderRadius: '16px',
  background: '#ffffff',
  boxShadow: '0 12px 40px rgb(13 40 48 / 0.25)',
};

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
    this.#button.textContent = this.#isOpen ? '×' : this.#unread > 0 ? `${this.#unread}` : '💬';
  }
}

function styled(tag, style) {
  const element = document.createElement(tag);
  Object.assign(element.style, style);
  return element;
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
