import {broken, concat, demandViewable, viewOf} from './broken.ts';

const image = 0x2c;
const extension = 0x21;
const trailer = 0x3b;
const comment = 0xfe;
const plainText = 0x01;
const application = 0xff;

/** A GIF (89a) without comments, texts and what programs wrote into it but how often to repeat, and without what comes after its end. */
export function cleanGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length < 13) throw broken();
  const view = viewOf(bytes);
  demandViewable(view.getUint16(6, true), view.getUint16(8, true));
  let at = 13 + tableLength(bytes[10]!);
  if (at > bytes.length) throw broken();
  const parts = [bytes.subarray(0, at)];
  for (;;) {
    const start = at;
    const block = bytes[at];
    if (block === trailer) return concat([...parts, bytes.subarray(at, at + 1)]);
    if (block === image) {
      if (at + 11 > bytes.length) throw broken();
      at = skipSubBlocks(bytes, at + 10 + tableLength(bytes[at + 9]!) + 1);
    } else if (block === extension) {
      at = skipSubBlocks(bytes, at + 2);
      const label = bytes[start + 1];
      const name = label === application ? String.fromCharCode(...bytes.subarray(start + 3, start + 14)) : '';
      if (label === comment || label === plainText || (label === application && name !== 'NETSCAPE2.0' && name !== 'ANIMEXTS1.0')) continue;
    } else {
      throw broken();
    }
    parts.push(bytes.subarray(start, at));
  }
}

const tableLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function skipSubBlocks(bytes: Uint8Array, start: number): number {
  for (let at = start; ;) {
    const length = bytes[at];
    if (length === undefined) throw broken();
    at += 1 + length;
    if (length === 0) return at;
  }
}
