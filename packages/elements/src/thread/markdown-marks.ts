import type {Change} from './text-change.ts';

/** What a button of the toolbar or a shortcut does to the Markdown that is selected. */
export type Mark = 'bold' | 'italic' | 'code' | 'link' | 'quote' | 'list' | 'numbers';

const around: Partial<Record<Mark, string>> = {bold: '**', italic: '_', code: '`'};
const prefixes: Partial<Record<Mark, (line: number) => string>> = {quote: () => '> ', list: () => '- ', numbers: line => `${line + 1}. `};

/** What a mark makes of a text and its selection; pressed again, it takes itself back. */
export function mark(text: string, start: number, end: number, kind: Mark): Change {
  const sign = around[kind];
  if (sign !== undefined) return wrap(text, start, end, text.slice(start, end).includes('\n') && kind === 'code' ? '\n```\n' : sign);
  const prefix = prefixes[kind];
  if (prefix) return prefixLines(text, start, end, prefix);
  const words = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const link = isAddress ? `[](${words})` : `[${words}](https://)`;
  const selectFrom = isAddress ? start + 1 : start + words.length + 3;
  return {from: start, to: end, text: link, selectFrom, selectTo: isAddress ? selectFrom : selectFrom + 'https://'.length};
}

function wrap(text: string, start: number, end: number, sign: string): Change {
  const {length} = sign;
  if (text.slice(start - length, start) === sign && text.slice(end, end + length) === sign) {
    return {from: start - length, to: end + length, text: text.slice(start, end), selectFrom: start - length, selectTo: end - length};
  }
  return {from: start, to: end, text: sign + text.slice(start, end) + sign, selectFrom: start + length, selectTo: end + length};
}

function prefixLines(text: string, start: number, end: number, prefix: (line: number) => string): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  const to = after < 0 ? text.length : after;
  const lines = text.slice(from, to).split('\n');
  const marked = lines.every((line, index) => line.startsWith(prefix(index)));
  const changed = lines.map((line, index) => (marked ? line.slice(prefix(index).length) : prefix(index) + line)).join('\n');
  return {from, to, text: changed, selectFrom: from === start && start === end ? from + changed.length : from, selectTo: from + changed.length};
}
