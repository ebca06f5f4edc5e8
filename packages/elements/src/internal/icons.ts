const namespace = 'http://www.w3.org/2000/svg';

/** The outline of a tick. */
export const tick = 'M3 8.5 6.5 12 13 4.5';

/** An icon as nodes: no markup is parsed, and none is fetched. Decorative; its button says what it does. */
export function drawIcon(outline: string): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', outline);
  svg.append(path);
  return svg;
}
