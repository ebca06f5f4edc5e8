/** What a button of the toolbar or a shortcut does to the Markdown that is selected. */
export type Mark = 'bold' | 'italic' | 'code' | 'link' | 'quote' | 'list' | 'numbers';

/** A stretch of text to be replaced, and what is selected after that. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly selectFrom: number;
  readonly selectTo: number;
}

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

/** What Enter makes of a line of a list: the next item; of an empty item, the end of the list. `undefined` elsewhere. */
export function continueList(text: string, at: number): Change | undefined {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const [whole, indent, sign, number, words] = /^(\s*)((\d{1,9})[.)]|[-*+](?: \[[ xX]\])?) (.*)$/.exec(text.slice(from, at)) ?? [];
  if (whole === undefined) return undefined;
  if (words === '') return {from, to: at, text: '', selectFrom: from, selectTo: from};
  const next = number === undefined ? sign!.replace(/x/i, ' ') : `${Number(number) + 1}${sign!.slice(number.length)}`;
  const item = `\n${indent}${next} `;
  return {from: at, to: at, text: item, selectFrom: at + item.length, selectTo: at + item.length};
}

/** How many numbered steps a text has. */
export function countSteps(text: string): number {
  return text.split('\n').filter(line => /^\s{0,3}\d{1,9}[.)]\s+\S/.test(line)).length;
}

/** Makes a change in a field as if it were typed, so that the browser can undo it. */
export function applyChange(field: HTMLTextAreaElement, {from, to, text, selectFrom, selectTo}: Change): void {
  field.focus();
  field.setSelectionRange(from, to);
  const before = field.value;
  // The one way that keeps the history of the field; where it does nothing, the text is set without.
  const typed = document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (!typed || (field.value === before && before.slice(from, to) !== text)) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
  field.setSelectionRange(selectFrom, selectTo);
}
