import {broken, concat, demandViewable, viewOf} from './broken.ts';

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of VP8X that say that there is EXIF (8) and XMP (4). */
const tells = 0x0c;

/** A WebP (RFC 9649) without EXIF, XMP and unknown chunks, and without what comes after its end. */
export function cleanWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  if (bytes.length < 20) throw broken();
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw broken();
  const parts: Uint8Array[] = [];
  for (let at = 12; at + 8 <= end;) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) throw broken();
    if (kept.has(type)) {
      const chunk = new Uint8Array(8 + length + (length % 2));
      chunk.set(bytes.subarray(at, at + 8 + length));
      if (type === 'VP8 ' || type === 'VP8L') demandFrame(type, chunk.subarray(8, 8 + length));
      if (type === 'VP8X') {
        if (length < 10) throw broken();
        demandViewable(1 + threeBytes(chunk, 12), 1 + threeBytes(chunk, 15));
        chunk[8]! &= ~tells;
      }
      parts.push(chunk);
    }
    at = next;
  }
  if (parts.length === 0) throw broken();
  const body = concat(parts);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, 4 + body.length, true);
  return concat([head, body]);
}

/** Measures the picture itself, which need not keep to what the head says (RFC 6386 section 9.1, RFC 9649 section 3.4). */
function demandFrame(type: 'VP8 ' | 'VP8L', frame: Uint8Array): void {
  if (frame.length < (type === 'VP8L' ? 5 : 10)) throw broken();
  const view = viewOf(frame);
  if (type === 'VP8L') {
    const bits = view.getUint32(1, true);
    demandViewable(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
  } else {
    demandViewable(view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff);
  }
}

const threeBytes = (bytes: Uint8Array, at: number): number => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
