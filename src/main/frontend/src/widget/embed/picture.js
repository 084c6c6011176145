export const BUBBLE = 'M5 5h14v11h-8l-4 3.5V16H5zM9 9.5h6M9 12.5h4';
export const CROSS = 'M6 6l12 12M18 6 6 18';

/** Drawn, as not every device has a sign for it. */
export function picture(outline) {
  const [svg, path] = ['svg', 'path'].map((tag) =>
    document.createElementNS('http://www.w3.org/2000/svg', tag),
  );
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', '28');
  svg.setAttribute('height', '28');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', outline);
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '2');
  path.setAttribute('stroke-linecap', 'round');
  path.setAttribute('stroke-linejoin', 'round');
  svg.append(path);
  return svg;
}
