import type {Change} from './text-change.ts';

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
