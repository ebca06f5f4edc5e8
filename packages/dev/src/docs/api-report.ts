import {createHash} from 'node:crypto';
import type {Entry} from './api.ts';

const longest = 240;

/** What a package exports, as text whose every change is one of its API. */
export function apiReport(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({specifier, exports}) => [
    '', specifier, ...exports.flatMap(({signature, members}) => [`  ${shorten(signature)}`, ...members.map(member => `    ${shorten(member)}`)]),
  ]);
  return ['Written by `npm run build`. A change of these lines is a change of the API, and stands in the changelog.', ...lines, ''].join('\n');
}

/** The beginning of what is too long to read, and a hash that tells a change of the rest. */
function shorten(line: string): string {
  if (line.length <= longest) return line;
  return `${line.slice(0, longest)}… ${createHash('sha256').update(line).digest('hex').slice(0, 12)}`;
}
