/** A table in Markdown (GFM); empty text where there is no row. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Parts of a page with an empty line between them; empty ones are left out. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

export const code = (text: string): string => `\`${text}\``;

/** Said at the top of every page that a machine writes. */
export const generated = '<!-- Written by `npm run build` from the code. Change the code instead. -->';
