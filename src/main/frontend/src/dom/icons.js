const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a 24 by 24 grid, drawn with a stroke in the colour of the text around them. */
const PATHS = {
  rooms: 'M4 6h16M4 12h16M4 18h10',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6M17.5 14.2a6.5 6.5 0 0 1 4 5.8',
  send: 'M4.5 12h14M12.5 5.5 19 12l-6.5 6.5',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  down: 'M12 5v14M5.5 12.5 12 19l6.5-6.5',
  up: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  lock: 'M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  hash: 'M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  warning: 'M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.3',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  leave: 'M14 4H6v16h8M10.5 12H21M17 8l4 4-4 4',
  bell: 'M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zM10 20a2.1 2.1 0 0 0 4 0',
  check: 'M5 12.5 10 17.5 19.5 7',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5V8h4',
  invite: 'M10 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 20a6.5 6.5 0 0 1 10-5.5M18 14v6M15 17h6',
};

/** A decorative icon; the control around it carries the name. */
export function icon(name) {
  const svg = element('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  svg.append(element('path', { d: PATHS[name] }));
  return svg;
}

/** The mark of the product: a cabin on its rope. */
export function logo() {
  const svg = element('svg', { class: 'logo', viewBox: '0 0 32 32', 'aria-hidden': 'true' });
  svg.append(
    element('path', { class: 'logo-rope', d: 'M2 9.5 30 3.5' }),
    element('path', { class: 'logo-arm', d: 'M16 6.5v6' }),
    element('rect', { class: 'logo-cabin', x: 5, y: 12, width: 22, height: 15, rx: 5 }),
    element('path', {
      class: 'logo-window',
      d: 'M9 18a2 2 0 0 1 2-2h3.5v6H9zM17.5 16H21a2 2 0 0 1 2 2v4h-5.5z',
    }),
  );
  return svg;
}

function element(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
