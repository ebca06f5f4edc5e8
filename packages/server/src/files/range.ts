import {Refusal} from '../http/refusal.ts';

/** A stretch of bytes; `end` does not belong to it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The one range that is asked for (RFC 9110, section 14.2). Throws for several, for one that is out of bounds, and for any other unit. */
export function readRange(header: string, size: number): ByteRange {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) throw outside(size);
  const start = first === '' ? size - Number(last) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  // The last so many bytes of a file that is shorter are all of it.
  const begin = first === '' ? Math.max(0, start) : start;
  if (begin >= end) throw outside(size);
  return {start: begin, end};
}

const outside = (size: number) =>
  new Refusal('range-not-satisfiable', 'There are no such bytes in this file. Ask for one range of it.', {headers: {'content-range': `bytes */${size}`}});
