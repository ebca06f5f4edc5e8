import {broken, concat, demandViewable, viewOf} from './broken.ts';

/** What a picture needs to look as it should (PNG, third edition, chapter 11), animation included; no text, no time, no EXIF. */
const kept = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'pHYs', 'acTL', 'fcTL', 'fdAT',
]);

/** A PNG without what it tells besides its picture, and without what comes after its end. */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw broken();
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (length > 0x7fffffff || end > bytes.length) throw broken();
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if ((at === 8) !== (type === 'IHDR') || (type === 'IHDR' && length !== 13)) throw broken();
    if (type === 'IHDR') demandViewable(view.getUint32(at + 8), view.getUint32(at + 12));
    if (kept.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return concat(parts);
    at = end;
  }
}
