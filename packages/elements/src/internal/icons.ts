const namespace = 'http://www.w3.org/2000/svg';

const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  lock: 'M4.5 7.5h7v5.5h-7zM6 7.5V5.5a2 2 0 0 1 4 0v2',
} as const;

/** An icon as nodes: no markup is parsed, and none is fetched. Decorative; its button says what it does. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
