export const BUTTON = {
  position: 'fixed',
  right: '20px',
  bottom: '20px',
  zIndex: '2147483000',
  width: '56px',
  height: '56px',
  border: '0',
  borderRadius: '50%',
  padding: '0',
  display: 'grid',
  placeItems: 'center',
  font: '600 24px/1 system-ui, sans-serif',
  color: '#ffffff',
  background: '#0b5c68',
  boxShadow: '0 4px 16px rgb(13 40 48 / 0.3)',
  cursor: 'pointer',
};

export const FRAME = {
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

/** Makes an element with its own style, which the page around knows nothing of. */
export function styled(tag, style) {
  const element = document.createElement(tag);
  Object.assign(element.style, style);
  return element;
}
