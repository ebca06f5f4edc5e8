const namespace = 'http://www.w3.org/2000/svg';

const paths = {
  'thanks': 'M8 13.5S2.5 10.2 2.5 6.3A2.9 2.9 0 0 1 8 5a2.9 2.9 0 0 1 5.5 1.3C13.5 10.2 8 13.5 8 13.5Z',
  'insightful': 'M5.6 10.4a4.2 4.2 0 1 1 4.8 0V12H5.6ZM6.6 14.2h2.8',
  'me-too': 'M8 7.6a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM3.4 13.4a4.6 4.6 0 0 1 9.2 0',
  'celebrate': 'm8 2.4 1.6 3.6 3.9.4-2.9 2.6.8 3.9L8 10.9l-3.4 2 .8-3.9-2.9-2.6 3.9-.4Z',
  'check': 'M3 8.5 6.5 12 13 4.5',
  'lock': 'M4.5 7.5h7v5.5h-7zM6 7.5V5.5a2 2 0 0 1 4 0v2',
} as const;

/** One of the icons of a conversation. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  return drawIcon(paths[name]);
}

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
