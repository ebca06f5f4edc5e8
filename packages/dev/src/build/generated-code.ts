/** A module of lines, with a word on where it comes from at its top. */
export function generatedCode(...lines: readonly (string | readonly string[])[]): string {
  return `${['// Written by `npm run build` from the elements. Change them instead.', '', ...lines.flat()].join('\n')}\n`;
}
